package org.qualityzones.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.WithServers;

/** Every committed row gets onto its topic, in version order for each key, whatever order transactions commit in. */
@WithServers("messaging")
class RelayOrderTest {

    private static final int INTERLEAVINGS = 1_000;
    private static final long SEED = 20261121;

    private Bench bench;
    private Producer<String, byte[]> first;
    private Producer<String, byte[]> second;

    @BeforeEach
    void open() throws SQLException, IOException {
        bench = Bench.open(RelayOrderTest.class);
        first = bench.producer();
        second = bench.producer();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        bench.close();
    }

    @Test
    void shouldPublishEveryRowInOrderWithTwoRelaysAndLateCommitsOfLowerPositions() throws Exception {
        Ledger ledger = new Ledger(bench.newTopic());
        Relay one = bench.relay(first, 50);
        Relay two = bench.relay(second, 50);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            Future<?> racing = background.submit(() -> publishUntil(done, two));

            interleave(INTERLEAVINGS, ledger, one::publish);

            done.set(true);
            racing.get();
        }
        drain(one);
        assertThat(ledger.faults(bench.read(ledger.topic()))).isEmpty();
        assertThat(ledger.rows()).isGreaterThan(2 * INTERLEAVINGS);
    }

    @Test
    void shouldFindTheRowsThatAPollerByPositionLoses() throws Exception {
        Ledger ledger = new Ledger(bench.newTopic());
        PositionPoller mutant = new PositionPoller(bench.dataSource(), first);

        interleave(INTERLEAVINGS / 10, ledger, mutant::publish);
        mutant.publish();

        assertThat(ledger.faults(bench.read(ledger.topic()))).isNotEmpty();
    }

    @Test
    void shouldPublishEveryRowInOrderOfThirtyTwoWritersAtOnce() throws Exception {
        Ledger ledger = new Ledger(bench.newTopic());
        Relay one = bench.relay(first, 100);
        Relay two = bench.relay(second, 100);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> relays = List.of(
                    threads.submit(() -> publishUntil(done, one)), threads.submit(() -> publishUntil(done, two)));
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 32; writer++) {
                Random random = new Random(SEED + writer);
                String key = "writer-" + writer;
                writers.add(threads.submit(() -> writeWithPauses(ledger, key, random)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            done.set(true);
            for (Future<?> relay : relays) {
                relay.get();
            }
        }
        drain(one);
        assertThat(ledger.faults(bench.read(ledger.topic()))).isEmpty();
        assertThat(ledger.rows()).isGreaterThan(500);
    }

    /** Each time 2 to 4 transactions take positions in turn and end in another order, with a poll after each commit. */
    private void interleave(int times, Ledger ledger, Publish publish) throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < times; i++) {
            List<Ledger.Write> open = new ArrayList<>();
            int transactions = 2 + random.nextInt(3);
            for (int t = 0; t < transactions; t++) {
                open.add(ledger.write(bench.dataSource().getConnection(), "key-" + (random.nextInt(10) + 10 * t)));
            }
            Collections.rotate(open, -1);
            Collections.shuffle(open.subList(0, open.size() - 1), random);
            for (Ledger.Write write : open) {
                if (random.nextInt(20) == 0) {
                    write.rollback();
                } else {
                    write.commit();
                    publish.now();
                }
            }
        }
    }

    private Void writeWithPauses(Ledger ledger, String key, Random random) throws SQLException {
        for (int i = 0; i < 30; i++) {
            Ledger.Write write = ledger.write(bench.dataSource().getConnection(), key);
            LockSupport.parkNanos(random.nextInt(20_000_000));
            write.commit();
        }
        return null;
    }

    private static Void publishUntil(AtomicBoolean done, Relay relay) throws SQLException, InterruptedException {
        while (!done.get()) {
            relay.publish();
        }
        return null;
    }

    private static void drain(Relay relay) throws SQLException, InterruptedException {
        Relay.Round round = relay.publish();
        while (round.found() > 0) {
            round = relay.publish();
        }
        assertThat(round.failure()).isNull();
    }

    @FunctionalInterface
    private interface Publish {
        void now() throws SQLException, InterruptedException;
    }
}
