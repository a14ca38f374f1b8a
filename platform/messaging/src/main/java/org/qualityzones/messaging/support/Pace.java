package org.qualityzones.messaging.support;

import java.time.Duration;

/**
 * Keeps the rounds of a loop apart, so that under load one carries what came meanwhile. Only a round that carried something
 * keeps back the next, and only until some time after its begin: what comes alone never waits.
 */
public final class Pace {

    private final long apart;
    private Long lastCarried;

    /** @param apart from the begin of a round that carried something to that of the next */
    public Pace(Duration apart) {
        this.apart = apart.toNanos();
    }

    /** A round that began then, by {@link System#nanoTime()}, carried something. */
    public void carried(long beganNanos) {
        lastCarried = beganNanos;
    }

    /** How long the next round has to wait, in nanoseconds; 0 or less when it need not. */
    public long left(long nowNanos) {
        return lastCarried == null ? 0 : apart - (nowNanos - lastCarried);
    }
}
