package org.qualityzones.web.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Holds a command inside its transaction until a test lets it go. */
@ApplicationScoped
public class Gate {

    private record Latches(CountDownLatch entered, CountDownLatch released) {}

    private final AtomicReference<Latches> latches = new AtomicReference<>();

    public void close() {
        latches.set(new Latches(new CountDownLatch(1), new CountDownLatch(1)));
    }

    public void open() {
        latches.get().released().countDown();
    }

    public void awaitEntered() throws InterruptedException {
        if (!latches.get().entered().await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody came");
        }
    }

    void pass() {
        Latches now = latches.get();
        now.entered().countDown();
        try {
            if (!now.released().await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody opened the gate");
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
