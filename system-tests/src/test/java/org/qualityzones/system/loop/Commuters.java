package org.qualityzones.system.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.oracle.Expected;

/** Short journeys, several at a time, one after the other, until they are told to end. */
public final class Commuters implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> lanes = new ArrayList<>();
    private final AtomicInteger walked = new AtomicInteger();
    private volatile boolean ending;

    /**
     * @param count journeys at a time
     * @param roles who acts in a role
     */
    public Commuters(int count, Function<String, PatientClient> roles, Expected expected, Random random) {
        Journey.Office office = Journey.Office.of(roles, () -> ending);
        for (int i = 0; i < count; i++) {
            Random own = new Random(random.nextLong());
            lanes.add(threads.submit(() -> {
                while (!ending) {
                    new ShortJourney(Journey.producer(own), office, expected, own).walk();
                    walked.incrementAndGet();
                }
            }));
        }
    }

    /** Begins no journey more and waits for the last ones; fails with the first that went wrong, else answers how many. */
    public int finish() throws Exception {
        ending = true;
        for (Future<?> lane : lanes) {
            lane.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        return walked.get();
    }

    @Override
    public void close() {
        ending = true;
        threads.shutdownNow();
    }
}
