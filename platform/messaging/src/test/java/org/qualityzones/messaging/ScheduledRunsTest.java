package org.qualityzones.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.spi.JobInstrumenter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.WithServers;

/** In a service of its own, in which nothing is scheduled any more after the test. */
@QuarkusTest
@TestProfile(ScheduledRunsTest.OfItsOwn.class)
@WithServers("inspection")
class ScheduledRunsTest {

    /** Patience that no slow machine uses up. */
    public static class OfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("qz.messaging.scheduled-drain", "60s");
        }
    }

    @Inject
    Scheduler scheduler;

    @Inject
    ScheduledRuns runs;

    @Test
    void shouldHaveTheEndWaitForARunInProgressAndBeginNoOther() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> work = new CompletableFuture<>();
        scheduler
                .newJob("long")
                .setInterval("1s")
                .setTask(_ -> {
                    begun.countDown();
                    work.join();
                })
                .schedule();
        begun.await();

        CompletableFuture<Void> end = CompletableFuture.runAsync(this::stop);
        await().until(() -> !beginsAnother());
        await("the end, while the run goes on").during(Duration.ofMillis(500)).until(() -> !end.isDone());
        work.complete(null);

        assertThat(end).succeedsWithin(Duration.ofSeconds(60));
        assertThat(beginsAnother()).isFalse();
    }

    private boolean beginsAnother() {
        CountDownLatch begun = new CountDownLatch(1);
        runs.instrument(new Run(begun)).toCompletableFuture().join();
        return begun.getCount() == 0;
    }

    private void stop() {
        try {
            runs.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A run that only tells that it was begun. */
    private record Run(CountDownLatch begun) implements JobInstrumenter.JobInstrumentationContext {

        @Override
        public String getSpanName() {
            return "short";
        }

        @Override
        public CompletionStage<Void> executeJob() {
            begun.countDown();
            return CompletableFuture.completedStage(null);
        }
    }
}
