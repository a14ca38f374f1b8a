package org.qualityzones.redecision;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.qualityzones.copies.KnownParties;
import org.qualityzones.copies.Parties;
import org.qualityzones.copies.WarningScopes;
import org.qualityzones.declaration.DeclarationReviews;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.factchange.FactChange;
import org.qualityzones.factchange.FactChanges;
import org.qualityzones.facts.Suspension;
import org.qualityzones.messaging.UnitOfWork;
import org.qualityzones.messaging.support.Trouble;

/**
 * Follows recorded changes up as long as any is due, oldest first, a bounded batch of declarations at a time, each in a
 * transaction of its own. A declaration that cannot be looked at is tried again by itself, at growing intervals, and holds nobody up.
 */
@ApplicationScoped
class FollowUp {

    private static final Logger LOG = Logger.getLogger(FollowUp.class);
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final int BATCH = 50;
    private static final int IDLE_BATCH = 200;
    private static final int MOST_DOUBLINGS = 12;

    private final FactChanges changes;
    private final ConcernedDeclarations concerned;
    private final DeclarationReviews reviews;
    private final WarningScopes warnings;
    private final Parties parties;
    private final UnitOfWork work;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Trouble trouble = new Trouble(LOG, "follow-up of changed facts", QUIET);
    private final Trouble idleTrouble = new Trouble(LOG, "finishing changes that concern nothing", QUIET);
    private volatile boolean stopping;

    FollowUp(
            FactChanges changes,
            ConcernedDeclarations concerned,
            DeclarationReviews reviews,
            WarningScopes warnings,
            Parties parties,
            UnitOfWork work,
            MeterRegistry meters,
            Clock clock) {
        this.changes = changes;
        this.concerned = concerned;
        this.reviews = reviews;
        this.warnings = warnings;
        this.parties = parties;
        this.work = work;
        this.meters = meters;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "{qz.redecision.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        trouble.attempt(this::followAll);
    }

    private void followAll() {
        while (!stopping) {
            Optional<FactChange> change = work.call(changes::claim);
            if (change.isEmpty()) {
                return;
            }
            boolean idle = !follow(change.get());
            if (idle) {
                idleTrouble.attempt(() -> work.run(this::finishIdle));
            }
        }
    }

    /**
     * Where one change concerned nothing many of the next may do so too, as when enterprises are registered by the thousand:
     * of those that are due these are finished together.
     */
    private void finishIdle() {
        List<FactChange> due = changes.due(IDLE_BATCH).stream()
                .filter(change -> change.kind() == FactChange.Kind.ENTERPRISE)
                .toList();
        if (due.isEmpty()) {
            return;
        }
        Set<Long> concerning = concerned.concerning(due, suspended(due));
        changes.finishUnclaimed(
                due.stream().filter(change -> !concerning.contains(change.id())).toList());
    }

    /** @return whether it concerned any declaration */
    private boolean follow(FactChange change) {
        if (change.kind() == FactChange.Kind.DECLARATION) {
            if (reviewed(UUID.fromString(change.key()))) {
                work.run(() -> changes.finish(change));
            } else {
                work.run(() -> changes.postpone(change, pause(change.attempts() + 1)));
            }
            return true;
        }
        List<UUID> batch = work.call(() -> concernedBy(change));
        UUID last = change.afterId();
        for (UUID declaration : batch) {
            if (stopping) {
                goOnAfter(change, last);
                return true;
            }
            if (!reviewed(declaration)) {
                work.run(() -> changes.recordAfter(declaration, pause(0)));
            }
            last = declaration;
        }
        if (batch.size() < BATCH) {
            work.run(() -> changes.finish(change));
        } else {
            goOnAfter(change, last);
        }
        return !batch.isEmpty();
    }

    private void goOnAfter(FactChange change, UUID last) {
        work.run(() -> changes.advance(change, last));
    }

    private boolean reviewed(UUID declaration) {
        try {
            work.run(() -> reviews.review(declaration));
            meters.counter("qz.redecision.reviews", "outcome", "done").increment();
            return true;
        } catch (RuntimeException e) {
            meters.counter("qz.redecision.reviews", "outcome", "failed").increment();
            LOG.warnf(e, "declaration %s cannot be looked at again now, to be tried later", declaration);
            return false;
        }
    }

    private List<UUID> concernedBy(FactChange change) {
        LocalDate today = ShanghaiDays.of(clock.instant());
        UUID after = change.afterId();
        return switch (change.kind()) {
            case ENTERPRISE ->
                concerned.ofEnterprise(change.key(), !suspended(List.of(change)).isEmpty(), after, BATCH);
            case WARNING ->
                warnings.find(change.key(), today)
                        .map(scope -> concerned.ofWarning(scope, after, BATCH))
                        .orElse(List.of());
            case HELD -> concerned.held(after, BATCH);
            case RATE, COPIES -> concerned.awaiting(change.kind().name(), after, BATCH);
            case DECLARATION -> List.of();
        };
    }

    /** The enterprises of these changes that are suspended today. */
    private Set<String> suspended(List<FactChange> ofEnterprises) {
        LocalDate today = ShanghaiDays.of(clock.instant());
        Set<String> usccs = ofEnterprises.stream().map(FactChange::key).collect(Collectors.toSet());
        KnownParties known = parties.once(usccs);
        usccs.removeIf(uscc -> known.find(uscc)
                .filter(party -> party.suspensionOn(today) != Suspension.NONE)
                .isEmpty());
        return usccs;
    }

    /** One second, doubled by each failure up to about an hour. */
    private static Duration pause(int failures) {
        return Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
    }
}
