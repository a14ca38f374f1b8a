package org.qualityzones.system.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.client.Samples;

/** Files declarations at a steady rate, each with its own Idempotency-Key and patiently. */
public final class Driver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Calls without an answer at a time: while nobody answers, their repetitions take no more of the machine than this. */
    private static final int MOST_OPEN = 20;

    private final PatientClient caller;
    private final String consignor;
    private final Semaphore places = new Semaphore(MOST_OPEN);
    private final Queue<String> ids = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> calls = new ArrayList<>();
    private ScheduledFuture<?> ticks;

    public Driver(Client caller, String consignor, Ledger ledger) {
        this.caller = new PatientClient(caller, ledger);
        this.consignor = consignor;
    }

    /** Begins to file one declaration each time the period has passed, unless too many have no answer yet. */
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

    /** Ids of the declarations that were confirmed. */
    public List<String> ids() {
        return List.copyOf(ids);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }

    private void file() {
        if (places.tryAcquire()) {
            calls.add(CompletableFuture.runAsync(this::fileOne, threads));
        }
    }

    private void fileOne() {
        try {
            ids.add(caller.post("/api/v1/declarations", Samples.declaration(consignor))
                    .text("/id"));
        } finally {
            places.release();
        }
    }
}
