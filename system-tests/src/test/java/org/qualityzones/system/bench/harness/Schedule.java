package org.qualityzones.system.bench.harness;

import java.time.Duration;

/** When each request of an open loop falls due. */
public interface Schedule {

    Duration length();

    long requests();

    /** @param number from 0; later ones are not due earlier */
    long dueNanos(long number);

    /** A steady rate. */
    static Schedule steady(double perSecond, Duration length) {
        return new Schedule() {
            @Override
            public Duration length() {
                return length;
            }

            @Override
            public long requests() {
                return Math.round(perSecond * length.toNanos() / 1e9);
            }

            @Override
            public long dueNanos(long number) {
                return Math.round(number * 1e9 / perSecond);
            }
        };
    }
}
