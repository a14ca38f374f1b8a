package org.qualityzones.messaging.support;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Tells the log of a failure that is being retried: when it starts, now and then while it lasts, and when it is over. */
public final class Trouble {

    private final Logger log;
    private final String what;
    private final long quietNanos;
    private long failures;
    private long lastTold;

    /** @param quiet how long a lasting failure is not told again */
    public Trouble(Logger log, String what, Duration quiet) {
        this.log = log;
        this.what = what;
        this.quietNanos = quiet.toNanos();
    }

    /** Does work that comes round again: a failure of it is told, not thrown. */
    public void attempt(Runnable work) {
        try {
            work.run();
            over();
        } catch (RuntimeException e) {
            met(e);
        }
    }

    public synchronized void met(Throwable failure) {
        long now = System.nanoTime();
        failures++;
        if (failures == 1 || now - lastTold >= quietNanos) {
            lastTold = now;
            log.warnf("%s: failed %d times in a row, retrying: %s", what, failures, failure);
            log.debug(what, failure);
        }
    }

    public synchronized void over() {
        if (failures > 0) {
            log.infof("%s: works again after %d failures", what, failures);
            failures = 0;
        }
    }
}
