package org.qualityzones.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An hour stands for never. */
@Timeout(60)
class CallsTest {

    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void shouldComeAtOnceTheFirstTime() throws Exception {
        new Calls(NEVER, NEVER).await();
    }

    @Test
    void shouldComeWhenCalledAfterAClaimThatFoundNothing() throws Exception {
        Calls calls = new Calls(NEVER, NEVER);
        calls.await();

        calls.call();

        calls.await();
    }

    @Test
    void shouldComeByItselfAfterThePoll() throws Exception {
        Calls calls = new Calls(Duration.ofMillis(1), NEVER);
        calls.await();

        calls.await();
    }

    @Test
    void shouldKeepToThePaceWhenCalledAfterAClaimThatFoundSomethingUntilItIsUrgent() throws Exception {
        Calls calls = new Calls(NEVER, NEVER);
        calls.await();
        calls.found(System.nanoTime());
        calls.call();
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> await(calls, waiting));
        awaitWaiting(thread);

        calls.hurry();

        waiting.get(30, SECONDS);
    }

    @Test
    void shouldComeOnceForAllThatCalledBefore() throws Exception {
        Calls calls = new Calls(NEVER, Duration.ZERO);
        calls.call();
        calls.hurry();
        calls.call();
        calls.await();
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> await(calls, waiting));
        awaitWaiting(thread);

        calls.call();
        waiting.get(30, SECONDS);
    }

    private static void awaitWaiting(Thread thread) {
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }

    private static void await(Calls calls, CompletableFuture<Void> done) {
        try {
            calls.await();
            done.complete(null);
        } catch (InterruptedException e) {
            done.completeExceptionally(e);
        }
    }
}
