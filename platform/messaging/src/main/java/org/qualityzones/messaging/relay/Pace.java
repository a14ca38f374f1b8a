package org.qualityzones.messaging.relay;

import java.time.Duration;

/**
 * Keeps the rounds of the relay apart, so that under load one carries what several transactions recorded. Only a round that
 * carried something keeps back the next, and only until some time after its begin: an event that comes alone never waits.
 */
final class Pace {

    private final long apart;
    private Long lastCarried;

    Pace(Duration apart) {
        this.apart = apart.toNanos();
    }

    /** A round that began then carried events. */
    void carried(long beganNanos) {
        lastCarried = beganNanos;
    }

    /** How long the next round has to wait, in nanoseconds; 0 or less when it need not. */
    long left(long nowNanos) {
        return lastCarried == null ? 0 : apart - (nowNanos - lastCarried);
    }
}
