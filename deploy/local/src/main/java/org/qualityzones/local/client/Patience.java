package org.qualityzones.local.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something to become true, looking every few milliseconds, for a bounded time. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private Patience() {}

    /** What was seen first that fits. */
    public static <T> T until(Duration limit, String what, Supplier<T> look, Predicate<T> fits) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            T seen = look.get();
            if (fits.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new SuiteException(
                        "Waited " + limit.toSeconds() + " s in vain for " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
