package org.qualityzones.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Steps that run side by side. */
final class Tasks {

    private Tasks() {}

    /** Runs all to their end; fails with what the failed ones said. */
    static void together(List<Runnable> tasks) {
        List<String> failures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            for (Future<?> task : running) {
                await(task, failures);
            }
        }
        if (!failures.isEmpty()) {
            throw new LocalException(String.join("\n", failures));
        }
    }

    private static void await(Future<?> task, List<String> failures) {
        try {
            task.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            failures.add(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted", e);
        }
    }
}
