package org.qualityzones.system.oracle;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Samples;

/**
 * Files declarations at a steady rate, each with its own Idempotency-Key. A call whose outcome nobody knows is repeated
 * with the same key and body until it is answered.
 */
public final class Driver implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Client caller;
    private final String consignor;
    private final Ledger ledger;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> calls = new ArrayList<>();
    private ScheduledFuture<?> ticks;

    public Driver(Client caller, String consignor, Ledger ledger) {
        this.caller = caller;
        this.consignor = consignor;
        this.ledger = ledger;
    }

    /** Begins to file one declaration each time the period has passed, however long the answers take. */
    public void begin(Duration period) {
        ticks = clock.scheduleAtFixedRate(this::file, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Files no more, and waits until every declaration is answered; fails with the first that was refused. */
    public void finish() throws Exception {
        ticks.cancel(false);
        clock.shutdown();
        if (!clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new TimeoutException("The driver does not end");
        }
        for (CompletableFuture<Void> call : calls) {
            call.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }

    private void file() {
        calls.add(CompletableFuture.runAsync(this::fileOne, threads));
    }

    private void fileOne() {
        String key = Client.newKey();
        byte[] body = Json.bytes(Samples.declaration(consignor));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isAnswered(key, body)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("No answer to " + key);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isAnswered(String key, byte[] body) {
        ledger.intend(key);
        try {
            Answer answer = caller.post("/api/v1/declarations", body, "Idempotency-Key", key);
            if (answer.status() == 201) {
                ledger.acknowledge(key, answer.text("/id"));
                return true;
            }
            if (answer.status() < 500 && answer.status() != 409) {
                throw new IllegalStateException("Refused: " + answer);
            }
            ledger.leaveUnknown(key, answer.toString());
        } catch (UncheckedIOException e) {
            ledger.leaveUnknown(key, e.toString());
        }
        return false;
    }
}
