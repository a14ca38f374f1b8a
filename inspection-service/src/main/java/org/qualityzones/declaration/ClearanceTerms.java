package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.qualityzones.decisionrecord.DecisionViews;
import org.qualityzones.messaging.UnitOfWork;
import org.qualityzones.messaging.support.Trouble;

/** Tells ports and customs of clearances whose term has passed; they read as expired from that instant, told or not. */
@ApplicationScoped
class ClearanceTerms {

    private static final Logger LOG = Logger.getLogger(ClearanceTerms.class);
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final int BATCH = 200;

    private final Declarations declarations;
    private final DeclarationEvents events;
    private final DecisionViews views;
    private final UnitOfWork work;
    private final Clock clock;
    private final Trouble trouble = new Trouble(LOG, "end of clearances", QUIET);

    ClearanceTerms(
            Declarations declarations, DeclarationEvents events, DecisionViews views, UnitOfWork work, Clock clock) {
        this.declarations = declarations;
        this.events = events;
        this.views = views;
        this.work = work;
        this.clock = clock;
    }

    /** One batch, a transaction for each declaration; several instances may run it at once. */
    @Scheduled(
            every = "{qz.declaration.term-sweep-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void end() {
        Instant now = clock.instant();
        trouble.attempt(
                () -> work.call(() -> declarations.withTermsUntil(now, BATCH)).forEach(id -> tryToEnd(id, now)));
    }

    private void tryToEnd(UUID id, Instant now) {
        try {
            work.run(() -> end(id, now));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The end of a clearance of declaration %s is not told yet, tried again", id);
        }
    }

    private void end(UUID id, Instant now) {
        Declaration declaration = declarations.forUpdate(id).orElseThrow();
        List<DeclarationLine> over = declaration.lines().stream()
                .filter(line ->
                        line.clearance().isToldCleared() && line.clearance().stateAt(now) == Clearance.State.EXPIRED)
                .toList();
        if (over.isEmpty()) {
            return;
        }
        over.forEach(line -> line.clear(line.clearance().expired()));
        Map<UUID, JsonNode> decisions = views.inForce(
                declaration.lines().stream().map(DeclarationLine::decisionId).toList());
        events.expired(declaration, over, decisions, now);
    }
}
