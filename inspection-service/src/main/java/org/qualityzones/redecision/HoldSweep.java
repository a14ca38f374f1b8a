package org.qualityzones.redecision;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.qualityzones.contracts.Topics;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.factchange.FactChange;
import org.qualityzones.factchange.FactChanges;
import org.qualityzones.messaging.Freshness;
import org.qualityzones.messaging.UnitOfWork;
import org.qualityzones.messaging.support.Trouble;

/**
 * Sees to what no event tells: each day, and after each start, that every held line is looked at again, since dates of
 * tables may have come; and that lines decided on stale copies are looked at again once all copies are current.
 */
@ApplicationScoped
class HoldSweep {

    private final Trouble trouble =
            new Trouble(Logger.getLogger(HoldSweep.class), "the sweep of held lines", Duration.ofMinutes(1));
    private static final List<String> COPIED =
            List.of(Topics.ENTERPRISE, Topics.ZONE, Topics.MEMBERSHIP, Topics.RISK_WARNING);

    private final FactChanges changes;
    private final ConcernedDeclarations concerned;
    private final Freshness freshness;
    private final UnitOfWork work;
    private final Clock clock;
    private LocalDate swept;

    HoldSweep(FactChanges changes, ConcernedDeclarations concerned, Freshness freshness, UnitOfWork work, Clock clock) {
        this.changes = changes;
        this.concerned = concerned;
        this.freshness = freshness;
        this.work = work;
        this.clock = clock;
    }

    @Scheduled(every = "{qz.redecision.sweep-every:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        trouble.attempt(() -> {
            sweepHeld(ShanghaiDays.of(clock.instant()));
            if (COPIED.stream().noneMatch(freshness::isStale)) {
                work.run(this::recordCurrentCopies);
            }
        });
    }

    private void sweepHeld(LocalDate today) {
        if (!today.equals(swept)) {
            work.run(() -> changes.record(FactChange.Kind.HELD, ""));
            swept = today;
        }
    }

    private void recordCurrentCopies() {
        List<UUID> waiting = concerned.awaiting(FactChange.Kind.COPIES.name(), null, 1);
        if (!waiting.isEmpty()) {
            changes.record(FactChange.Kind.COPIES, "");
        }
    }
}
