package org.qualityzones.impact;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The two threads of one report, one to read and one to decide. They are threads of the operating system: work that only
 * calculates never leaves a virtual thread's carrier, and would keep requests from theirs.
 */
final class ImpactCrew implements AutoCloseable {

    private final ExecutorService reading = thread("impact-read");
    private final ExecutorService deciding = thread("impact-decide");

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Begins to read. */
    <T> Future<T> read(Callable<T> work) {
        return reading.submit(work);
    }

    /** Decides, and waits for it. */
    <T> T decide(Callable<T> work) {
        return result(deciding.submit(work));
    }

    /** Waits for what was begun; a failure comes out as it was thrown. */
    static <T> T result(Future<T> begun) {
        try {
            return begun.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        reading.close();
        deciding.close();
    }
}
