package org.qualityzones.impact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.qualityzones.decisionrecord.DecisionMade;

/**
 * How fast stored facts are decided again. With the machine to itself a report takes what it can get. While decisions are
 * made here it reads and decides in turn, in short steps, and leaves time between them: who waits for a clearance comes first.
 */
@ApplicationScoped
class ImpactPace {

    static final int PAGE_ALONE = 1_000;
    static final int PAGE_BESIDE = 200;

    /** Without a decision for so long, nobody is waiting. */
    private static final long QUIET_MILLIS = 1_000;

    private static final Duration LONGEST_REST = Duration.ofMillis(100);

    private final Clock clock;
    private volatile long lastMade;

    ImpactPace(Clock clock) {
        this.clock = clock;
        this.lastMade = clock.millis() - QUIET_MILLIS;
    }

    void see(@Observes(during = TransactionPhase.AFTER_SUCCESS) DecisionMade made) {
        lastMade = clock.millis();
    }

    /** Whether decisions are made here at present. */
    boolean isBeside() {
        return clock.millis() - lastMade < QUIET_MILLIS;
    }

    /** How many decisions are read at once. */
    int page() {
        return isBeside() ? PAGE_BESIDE : PAGE_ALONE;
    }

    /** How long to leave the processors to others after a step that took so long. */
    Duration restAfter(Duration step) {
        if (!isBeside()) {
            return Duration.ZERO;
        }
        return step.compareTo(LONGEST_REST) < 0 ? step : LONGEST_REST;
    }

    void rest(Duration rest) {
        long end = System.nanoTime() + rest.toNanos();
        for (long left = rest.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
