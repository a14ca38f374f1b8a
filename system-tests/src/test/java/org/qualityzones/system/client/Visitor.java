package org.qualityzones.system.client;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads pages at a steady rate, each time once, and remembers what was not answered with 200. */
public final class Visitor implements AutoCloseable {

    private static final int OK = 200;

    private final Client caller;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private ScheduledFuture<?> ticks;

    public Visitor(Client caller) {
        this.caller = caller;
    }

    /** Begins to read all of these each time the period has passed. */
    public void begin(List<String> paths, Duration period) {
        ticks = clock.scheduleAtFixedRate(
                () -> paths.forEach(path -> threads.execute(() -> visit(path))),
                0,
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Reads no more, and waits for the last answers. */
    public void finish() throws InterruptedException {
        ticks.cancel(false);
        clock.shutdown();
        if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The visitor does not end");
        }
        threads.close();
    }

    /** What came in place of a page, for each such read. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    public int answered() {
        return answered.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }

    private void visit(String path) {
        try {
            Answer answer = caller.get(path);
            if (answer.status() == OK) {
                answered.incrementAndGet();
            } else {
                failures.add(path + " " + answer);
            }
        } catch (UncheckedIOException e) {
            failures.add(path + " " + e);
        }
    }
}
