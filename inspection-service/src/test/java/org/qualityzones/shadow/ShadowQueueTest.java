package org.qualityzones.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.qualityzones.facts.Facts;
import org.qualityzones.impact.Prediction;
import org.qualityzones.ruleset.Outcome;

class ShadowQueueTest {

    private static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ShadowRun run = new ShadowRun(
            UUID.randomUUID(), "2026.9", "sha-256:0", FROM, FROM, FROM.plus(Duration.ofHours(1)), "somebody", true);
    private final List<ShadowQueue.Live> live = List.of(new ShadowQueue.Live(run, null));

    @Test
    void shouldCountMovesVerdictsAndFailures() throws InterruptedException {
        ShadowQueue queue = queue(10);
        offer(queue, Outcome.RELEASE);
        offer(queue, Outcome.VERIFY);
        offer(queue, Outcome.SAMPLE);
        offer(queue, Outcome.HOLD);

        for (int i = 0; i < 4; i++) {
            queue.decideNext();
        }

        assertThat(queue.drain())
                .containsExactly(Map.entry(
                        run.id(),
                        Map.of("RELEASE→VERIFY", 1L, "VERIFY→VERIFY", 1L, "SAMPLE→VERIFY", 1L, "failed", 1L)));
        assertThat(queue.drain()).isEmpty();
        for (String verdict : List.of("stricter", "same", "laxer", "failed")) {
            assertThat(meters.get("qz.shadow.decisions")
                            .tag("verdict", verdict)
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldSkipWhatComesFasterThanItDecides() {
        ShadowQueue queue = queue(2);

        for (int i = 0; i < 5; i++) {
            offer(queue, Outcome.RELEASE);
        }

        assertThat(queue.drain()).containsExactly(Map.entry(run.id(), Map.of("skipped", 3L)));
    }

    @Test
    void shouldCountDecisionsOfThePeriodOnly() throws InterruptedException {
        ShadowQueue queue = queue(10);
        queue.offer(Facts.DEFAULT, Outcome.RELEASE, FROM.minusNanos(1), live);
        queue.offer(Facts.DEFAULT, Outcome.RELEASE, FROM, live);
        queue.offer(Facts.DEFAULT, Outcome.RELEASE, run.until(), live);
        queue.offer(Facts.DEFAULT, Outcome.SAMPLE, run.until().minusNanos(1), live);

        queue.decideNext();
        queue.decideNext();

        assertThat(queue.drain().get(run.id())).isEqualTo(Map.of("RELEASE→VERIFY", 1L, "SAMPLE→VERIFY", 1L));
    }

    @Test
    void shouldDecideWhatWaitsAtTheEndAndCountTheRestAsSkipped() {
        ShadowQueue queue = queue(10);
        for (int i = 0; i < 5; i++) {
            offer(queue, Outcome.RELEASE);
        }
        AtomicInteger timeFor = new AtomicInteger(2);

        queue.decideRest(() -> timeFor.getAndDecrement() > 0);

        assertThat(queue.drain()).containsExactly(Map.entry(run.id(), Map.of("RELEASE→VERIFY", 2L, "skipped", 3L)));
        queue.decideRest(() -> true);
        assertThat(queue.drain()).isEmpty();
    }

    @Test
    void shouldKeepWhatCouldNotBeWritten() throws InterruptedException {
        ShadowQueue queue = queue(10);
        offer(queue, Outcome.RELEASE);
        queue.decideNext();
        Map<UUID, Map<String, Long>> drained = queue.drain();
        offer(queue, Outcome.RELEASE);
        queue.decideNext();

        queue.restore(run.id(), drained.get(run.id()));

        assertThat(queue.drain().get(run.id())).isEqualTo(Map.of("RELEASE→VERIFY", 2L));
    }

    private ShadowQueue queue(int capacity) {
        return new ShadowQueue(
                capacity,
                (facts, outcome, draft) -> {
                    if (outcome == Outcome.HOLD) {
                        throw new IllegalStateException("broken draft");
                    }
                    return new Prediction(outcome, Outcome.VERIFY);
                },
                meters);
    }

    private void offer(ShadowQueue queue, Outcome outcome) {
        queue.offer(Facts.DEFAULT, outcome, FROM.plusSeconds(1), live);
    }
}
