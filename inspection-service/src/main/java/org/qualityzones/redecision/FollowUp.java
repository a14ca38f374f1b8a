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
import java.util.UUID;
import org.jboss.logging.Logger;
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
 * Follows recorded changes up, oldest first, a bounded batch of declarations at a time, each in a transaction of its own. A
 * declaration that cannot be looked at is tried again by itself, at growing intervals, and holds nobody up.
 */
@ApplicationScoped
class FollowUp {

    private static final Logger LOG = Logger.getLogger(FollowUp.class);
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final int BATCH = 50;
    private static final int BATCHES = 20;
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
        trouble.attempt(this::followBatches);
    }

    private void followBatches() {
        for (int batch = 0; batch < BATCHES && !stopping; batch++) {
            Optional<FactChange> change = work.call(changes::claim);
            if (change.isEmpty()) {
                break;
            }
            follow(change.get());
        }
    }

    private void follow(FactChange change) {
        if (change.kind() == FactChange.Kind.DECLARATION) {
            if (reviewed(UUID.fromString(change.key()))) {
                work.run(() -> changes.finish(change));
            } else {
                work.run(() -> changes.postpone(change, pause(change.attempts() + 1)));
            }
            return;
        }
        List<UUID> batch = work.call(() -> concernedBy(change));
        for (UUID declaration : batch) {
            if (stopping) {
                return;
            }
            if (!reviewed(declaration)) {
                work.run(() -> changes.recordAfter(declaration, pause(0)));
            }
        }
        work.run(() -> {
            if (batch.size() < BATCH) {
                changes.finish(change);
            } else {
                changes.advance(change, batch.getLast());
            }
        });
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
            case ENTERPRISE -> concerned.ofEnterprise(change.key(), isSuspended(change.key(), today), after, BATCH);
            case WARNING ->
                warnings.find(change.key(), today)
                        .map(scope -> concerned.ofWarning(scope, after, BATCH))
                        .orElse(List.of());
            case HELD -> concerned.held(after, BATCH);
            case RATE, COPIES -> concerned.awaiting(change.kind().name(), after, BATCH);
            case DECLARATION -> List.of();
        };
    }

    private boolean isSuspended(String uscc, LocalDate today) {
        return parties.once()
                .find(uscc)
                .filter(party -> party.suspensionOn(today) != Suspension.NONE)
                .isPresent();
    }

    /** One second, doubled by each failure up to about an hour. */
    private static Duration pause(int failures) {
        return Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
    }
}
