package org.qualityzones.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.qualityzones.channel.DeliveryOutcome;

class AttemptRecorderTest {

    private final Queue<List<Finished>> groups = new ConcurrentLinkedQueue<>();
    private final Queue<Finished> byThemselves = new ConcurrentLinkedQueue<>();

    @Test
    void shouldRecordWhatComesAloneAtOnce() {
        Finished attempt = attempt();
        recorder().record(attempt);

        assertThat(groups).containsExactly(List.of(attempt));
        assertThat(byThemselves).isEmpty();
    }

    @Test
    void shouldRecordTogetherWhatComesWhileAnotherIsRecorded() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        AttemptRecorder recorder = new AttemptRecorder(
                group -> {
                    groups.add(group);
                    if (groups.size() == 1) {
                        awaitZero(first);
                    }
                    return Set.copyOf(group);
                },
                byThemselves::add);
        List<Finished> attempts = List.of(attempt(), attempt(), attempt(), attempt());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> recordings = new ArrayList<>();
            recordings.add(threads.submit(() -> recorder.record(attempts.getFirst())));
            await().atMost(30, SECONDS).until(() -> groups.size() == 1);
            attempts.stream()
                    .skip(1)
                    .forEach(attempt -> recordings.add(threads.submit(() -> recorder.record(attempt))));
            await().atMost(30, SECONDS).until(() -> recorder.waiting() == 3);
            first.countDown();
            for (Future<?> recording : recordings) {
                recording.get(30, SECONDS);
            }
        }

        assertThat(groups).hasSize(2);
        assertThat(groups.poll()).containsExactly(attempts.getFirst());
        assertThat(groups.poll()).containsExactlyInAnyOrderElementsOf(attempts.subList(1, 4));
        assertThat(byThemselves).isEmpty();
    }

    @Test
    void shouldRecordByItselfWhatWasNotRecordedTogether() {
        AttemptRecorder recorder = new AttemptRecorder(group -> Set.of(), byThemselves::add);
        Finished attempt = attempt();

        recorder.record(attempt);

        assertThat(byThemselves).containsExactly(attempt);
    }

    @Test
    void shouldRecordEachByItselfWhenAGroupFails() {
        AttemptRecorder recorder = new AttemptRecorder(
                group -> {
                    throw new IllegalStateException("no");
                },
                byThemselves::add);
        Finished attempt = attempt();

        recorder.record(attempt);
        recorder.record(attempt);

        assertThat(byThemselves).containsExactly(attempt, attempt);
    }

    @Test
    void shouldThrowWhatKeepsAnAttemptFromBeingRecorded() {
        AttemptRecorder recorder = new AttemptRecorder(group -> new HashSet<>(), attempt -> {
            throw new IllegalStateException("the database is away");
        });

        assertThatThrownBy(() -> recorder.record(attempt())).hasMessage("the database is away");
    }

    private AttemptRecorder recorder() {
        return new AttemptRecorder(
                group -> {
                    groups.add(group);
                    return Set.copyOf(group);
                },
                byThemselves::add);
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Finished attempt() {
        Claimed claimed = new Claimed(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "WEBHOOK",
                URI.create("https://example.com/hook"),
                "https://example.com:443",
                1,
                0,
                0);
        return new Finished(claimed, new DeliveryOutcome.Delivered(200), Instant.EPOCH, Instant.EPOCH.plusMillis(3));
    }
}
