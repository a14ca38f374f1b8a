package org.qualityzones.shadow;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decisionrecord.DecisionMade;
import org.qualityzones.impact.Prediction;
import org.qualityzones.messaging.support.Trouble;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.ruleset.RuleSet;

/**
 * Has the running drafts decide each decision that was committed, on a thread of its own. Every instance learns of a run within
 * {@value #REFRESH} seconds and keeps what it counted each second. An instance that ends decides what waits, for at most
 * three seconds, and counts the rest as skipped; one that is killed loses what waits and what it counted in the last second.
 */
@ApplicationScoped
class Shadows {

    private static final Logger LOG = Logger.getLogger(Shadows.class);
    private static final int REFRESH = 2;
    private static final int WAITING = 10_000;
    /** For what waits when the instance ends. */
    private static final Duration LAST = Duration.ofSeconds(3);
    /** A transaction that decided before a run ended may commit this much later. */
    private static final Duration LATEST_COMMIT = Duration.ofMinutes(1);

    private final Trouble refreshing = new Trouble(LOG, "reading the shadow runs", Duration.ofMinutes(1));
    private final Trouble keeping = new Trouble(LOG, "keeping the counts of shadow runs", Duration.ofMinutes(1));
    private final ShadowRuns runs;
    private final RuleBook rules;
    private final Clock clock;
    private final ShadowQueue queue;
    private volatile List<ShadowQueue.Live> live = List.of();
    private Thread worker;

    Shadows(ShadowRuns runs, RuleBook rules, Clock clock, MeterRegistry meters) {
        this.runs = runs;
        this.rules = rules;
        this.clock = clock;
        this.queue = new ShadowQueue(WAITING, Prediction::of, meters);
    }

    void begin(@Observes StartupEvent start) {
        worker = Thread.ofPlatform().name("shadow").daemon().start(this::work);
    }

    /** After all scheduled work has ended, which may decide too. */
    void end(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER + 1) ShutdownEvent stop) {
        long end = System.nanoTime() + LAST.toNanos();
        worker.interrupt();
        try {
            worker.join(LAST);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        queue.decideRest(() -> System.nanoTime() - end < 0);
        keeping.attempt(this::keepCounts);
    }

    private void work() {
        try {
            while (true) {
                queue.decideNext();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** An override is no decision of the rules. */
    void see(@Observes(during = TransactionPhase.AFTER_SUCCESS) DecisionMade made) {
        List<ShadowQueue.Live> now = live;
        if (!now.isEmpty()) {
            made.decisions().stream()
                    .filter(decision -> decision.context().cause() != DecisionContext.Cause.OVERRIDE)
                    .forEach(decision -> queue.offer(
                            decision.facts(),
                            decision.outcome(),
                            decision.context().decidedAt(),
                            now));
        }
    }

    @Scheduled(every = REFRESH + "s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        refreshing.attempt(() -> live = QuarkusTransaction.requiringNew().call(this::read));
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        keeping.attempt(this::keepCounts);
    }

    private List<ShadowQueue.Live> read() {
        List<ShadowQueue.Live> known = live;
        List<ShadowQueue.Live> read = new ArrayList<>();
        for (ShadowRun run : runs.live(clock.instant().minus(LATEST_COMMIT))) {
            if (run.until() == null && !run.current()) {
                runs.end(run.id(), clock.instant(), ShadowRun.SERVICE);
            } else {
                draft(run, known).ifPresent(draft -> read.add(new ShadowQueue.Live(run, draft)));
            }
        }
        return List.copyOf(read);
    }

    /** The document that the run began with; empty when this instance never had it and it has been replaced. */
    private Optional<RuleSet> draft(ShadowRun run, List<ShadowQueue.Live> known) {
        return known.stream()
                .filter(each -> each.run().id().equals(run.id()))
                .map(ShadowQueue.Live::draft)
                .findFirst()
                .or(() -> rules.findAny(run.ruleSet())
                        .filter(read -> read.digest().equals(run.digest())));
    }

    private void keepCounts() {
        for (Map.Entry<UUID, Map<String, Long>> counted : queue.drain().entrySet()) {
            try {
                QuarkusTransaction.requiringNew().run(() -> runs.count(counted.getKey(), counted.getValue()));
            } catch (RuntimeException e) {
                queue.restore(counted.getKey(), counted.getValue());
                keeping.met(e);
            }
        }
    }
}
