package org.qualityzones.shadow;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.qualityzones.facts.Facts;
import org.qualityzones.impact.Prediction;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.RuleSet;

/**
 * Decisions on their way to the drafts. Taking one in costs an offer to a bounded queue and never throws; what comes while it is
 * full is counted as skipped, what a draft fails on as failed.
 */
final class ShadowQueue {

    static final String FAILED = "failed";
    static final String SKIPPED = "skipped";

    private static final Logger LOG = Logger.getLogger(ShadowQueue.class);

    private final BlockingQueue<Seen> queue;
    private final Predictor predictor;
    private final MeterRegistry meters;
    private Map<UUID, Map<String, Long>> counts = new HashMap<>();

    /** @param predictor what a draft makes of the facts of a decision */
    ShadowQueue(int capacity, Predictor predictor, MeterRegistry meters) {
        this.queue = new LinkedBlockingQueue<>(capacity);
        this.predictor = predictor;
        this.meters = meters;
    }

    /** Decides facts by a draft. */
    interface Predictor {
        Prediction predict(Facts facts, Outcome outcome, RuleSet draft);
    }

    /** A run and its compiled draft. */
    record Live(ShadowRun run, RuleSet draft) {}

    private record Seen(Facts facts, Outcome outcome, List<Live> runs) {}

    /** Takes a decision in for the runs that count it. */
    void offer(Facts facts, Outcome outcome, Instant decidedAt, List<Live> live) {
        List<Live> counting =
                live.stream().filter(each -> each.run().counts(decidedAt)).toList();
        if (!counting.isEmpty() && !queue.offer(new Seen(facts, outcome, counting))) {
            skip(counting);
        }
    }

    /** Decides the next one, waiting for it. */
    void decideNext() throws InterruptedException {
        decide(queue.take());
    }

    /** Decides what is left as long as there is time, and counts what then remains as skipped. Nobody else decides meanwhile. */
    void decideRest(BooleanSupplier hasTime) {
        for (Seen seen = queue.poll(); seen != null; seen = queue.poll()) {
            if (hasTime.getAsBoolean()) {
                decide(seen);
            } else {
                skip(seen.runs());
            }
        }
    }

    private void decide(Seen seen) {
        seen.runs().forEach(live -> decide(seen, live));
    }

    private void skip(List<Live> runs) {
        runs.forEach(live -> count(live.run().id(), SKIPPED, SKIPPED));
    }

    private void decide(Seen seen, Live live) {
        try {
            Prediction prediction = predictor.predict(seen.facts(), seen.outcome(), live.draft());
            String verdict = prediction.changes() ? prediction.isStricter() ? "stricter" : "laxer" : "same";
            count(live.run().id(), prediction.move(), verdict);
        } catch (RuntimeException e) {
            LOG.warnf(e, "A draft failed on a decision: ruleSet=%s", live.run().ruleSet());
            count(live.run().id(), FAILED, FAILED);
        }
    }

    private void count(UUID run, String what, String verdict) {
        synchronized (this) {
            counts.computeIfAbsent(run, _ -> new HashMap<>()).merge(what, 1L, Long::sum);
        }
        meters.counter("qz.shadow.decisions", "verdict", verdict).increment();
    }

    /** What was counted since it was asked last, by run. */
    synchronized Map<UUID, Map<String, Long>> drain() {
        Map<UUID, Map<String, Long>> drained = counts;
        counts = new HashMap<>();
        return drained;
    }

    /** Puts back what could not be kept. */
    synchronized void restore(UUID run, Map<String, Long> unkept) {
        unkept.forEach((what, times) ->
                counts.computeIfAbsent(run, _ -> new HashMap<>()).merge(what, times, Long::sum));
    }
}
