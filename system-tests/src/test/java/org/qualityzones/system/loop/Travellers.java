package org.qualityzones.system.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.oracle.Expected;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Several journeys at a time, one after the other, until they are told to end. */
public final class Travellers implements AutoCloseable {

    private static final int OF_EACH_KIND = 2;
    private static final int MOST_INSPECTED = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final SuiteUnderTest suite;
    private final Function<String, PatientClient> roles;
    private final Expected expected;
    private final Random random;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> walking = new ArrayList<>();
    private final Queue<String> producers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger walked = new AtomicInteger();
    private volatile boolean ending;

    public Travellers(SuiteUnderTest suite, Function<String, PatientClient> roles, Expected expected, Random random) {
        this.suite = suite;
        this.roles = roles;
        this.expected = expected;
        this.random = random;
    }

    /** Sets out; the producers of inspected lots act through a client of their own. */
    public void begin(Function<SuiteUnderTest.Credentials, PatientClient> clients) {
        for (int i = 0; i < MOST_INSPECTED; i++) {
            producers.add(Journey.producer(random));
        }
        PatientClient producer = clients.apply(suite.client("ENTERPRISE", "uscc=" + String.join(",", producers)));
        Journey.Office all =
                Journey.Office.of(role -> role.equals("PRODUCER") ? producer : roles.apply(role), () -> ending);
        for (int i = 0; i < OF_EACH_KIND; i++) {
            Random own = new Random(random.nextLong());
            walking.add(
                    threads.submit(() -> walkOn(() -> new AlertJourney(Journey.producer(own), all, expected, own))));
            Random other = new Random(random.nextLong());
            walking.add(threads.submit(
                    () -> walkOn(() -> new InspectionJourney(producers.remove(), all, expected, other))));
        }
    }

    /** Begins no journey more and waits for the last ones; fails with the first that went wrong. */
    public int finish() throws Exception {
        ending = true;
        for (Future<?> one : walking) {
            one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        return walked.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void walkOn(Supplier<Journey> next) {
        while (!ending && !producers.isEmpty()) {
            next.get().walk();
            walked.incrementAndGet();
        }
    }
}
