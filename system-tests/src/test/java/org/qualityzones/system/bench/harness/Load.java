package org.qualityzones.system.bench.harness;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/** Drives one address on loopback with a number of connections, for a bounded time. */
public final class Load {

    /** What is not answered counts as no answer, this long after the last request fell due. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration LEAD = Duration.ofMillis(50);
    private static final long HIGHEST_MICROS = 120_000_000L;
    private static final int DIGITS = 3;

    private final URI base;
    private final LongFunction<byte[]> requests;
    private final Watcher watcher;
    private final AtomicLong number = new AtomicLong();

    /** @param requests the bytes of the n-th request, see {@link Wire#request} */
    public Load(URI base, LongFunction<byte[]> requests) {
        this(base, requests, (_, _, _, _) -> {});
    }

    /** @param watcher hears of each answer, on the thread of its connection */
    public Load(URI base, LongFunction<byte[]> requests, Watcher watcher) {
        this.base = base;
        this.requests = requests;
        this.watcher = watcher;
    }

    /** Hears of one answer. */
    public interface Watcher {

        /**
         * Times are those of {@link System#nanoTime}.
         *
         * @param start of the measurement
         * @param due when the request was due
         * @param done when it was answered, or was known to stay without an answer
         */
        void answered(long start, long due, long done, Wire.Reply reply);
    }

    /**
     * What came of it.
     *
     * @param perSecond answered with 2xx, per second
     * @param latency of those, microseconds; of an open loop from the moment a request was due, whoever was late
     * @param statuses how often each; 0 stands for no answer
     * @param idle share of the connections' time in which the driver waited for answers or for the next request
     * @param starved share of their time in which the driver itself waited for a processor
     */
    public record Outcome(
            double perSecond, Histogram latency, Map<Integer, Long> statuses, double idle, double starved) {

        public double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1000.0;
        }

        /** Answered with anything but 2xx, or not at all. */
        public long failed() {
            return count(false);
        }

        /** Answered with 2xx. */
        public long good() {
            return count(true);
        }

        /** The same, with the driver's state and every failure told to the report. */
        public Outcome into(Report report) {
            report.generator(idle, starved);
            if (failed() > 0) {
                report.untrusted(failed() + " answers were not 2xx: " + statuses);
            }
            return this;
        }

        private long count(boolean success) {
            return statuses.entrySet().stream()
                    .filter(status -> status.getKey() / 100 == 2 == success)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /** Each connection sends its next request as soon as it has an answer: shows capacity, hides queueing. */
    public Outcome closed(int connections, Duration duration) {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        return drive(connections, start, duration, worker -> {
            while (System.nanoTime() < end) {
                worker.send(System.nanoTime());
            }
        });
    }

    /** Requests fall due at a steady rate, answered or not; each is timed from when it was due. */
    public Outcome open(double perSecond, int connections, Duration duration) {
        return open(Schedule.steady(perSecond, duration), connections);
    }

    /** The same by a schedule. */
    public Outcome open(Schedule schedule, int connections) {
        long start = System.nanoTime() + LEAD.toNanos();
        long total = schedule.requests();
        long last = start + schedule.length().plus(GRACE).toNanos();
        AtomicLong next = new AtomicLong();
        return drive(connections, start, schedule.length(), worker -> {
            for (long i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
                long due = start + schedule.dueNanos(i);
                if (System.nanoTime() > last) {
                    worker.giveUp(due);
                } else {
                    sleepUntil(due);
                    worker.send(due);
                }
            }
        });
    }

    private interface Work {

        void run(Worker worker);
    }

    private Outcome drive(int connections, long start, Duration duration, Work work) {
        List<Worker> workers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Worker worker = new Worker(new Wire(base), start);
            workers.add(worker);
            threads.add(Thread.ofPlatform().name("load-" + i).start(() -> {
                try (worker) {
                    work.run(worker);
                }
                worker.use = Processor.ownUse();
            }));
        }
        for (Thread thread : threads) {
            join(thread, duration.plus(GRACE).plus(Wire.TIMEOUT).plus(GRACE));
        }
        double nanos = Math.max(duration.toNanos(), System.nanoTime() - start);

        Histogram latency = new Histogram(HIGHEST_MICROS, DIGITS);
        Map<Integer, Long> statuses = new TreeMap<>();
        Processor.Use use = Processor.Use.NONE;
        for (Worker worker : workers) {
            latency.add(worker.latency);
            worker.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
            use = use.plus(worker.use);
        }
        double inAll = nanos * connections;
        double starved = use.waiting() / inAll;
        double idle = Math.clamp(1 - use.running() / inAll - starved, 0, 1);
        long good = new Outcome(0, latency, statuses, idle, starved).good();
        return new Outcome(good * 1e9 / nanos, latency, statuses, idle, starved);
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void join(Thread thread, Duration patience) {
        try {
            if (!thread.join(patience)) {
                throw new IllegalStateException("A connection of the driver does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private final class Worker implements AutoCloseable {

        private final Wire wire;
        private final long start;
        private final Histogram latency = new Histogram(HIGHEST_MICROS, DIGITS);
        private final Map<Integer, Long> statuses = new TreeMap<>();
        private volatile Processor.Use use = Processor.Use.NONE;

        private Worker(Wire wire, long start) {
            this.wire = wire;
            this.start = start;
        }

        private void send(long due) {
            byte[] request = requests.apply(number.getAndIncrement());
            Wire.Reply reply;
            try {
                reply = wire.exchange(request);
            } catch (IOException unanswered) {
                reply = Wire.Reply.NONE;
            }
            note(due, reply);
        }

        private void giveUp(long due) {
            note(due, Wire.Reply.NONE);
        }

        private void note(long due, Wire.Reply reply) {
            long done = System.nanoTime();
            if (reply.good()) {
                latency.recordValue(Math.clamp((done - due) / 1000, 0, HIGHEST_MICROS));
            }
            statuses.merge(reply.status(), 1L, Long::sum);
            watcher.answered(start, due, done, reply);
        }

        @Override
        public void close() {
            try {
                wire.close();
            } catch (IOException e) {
                throw new IllegalStateException("A connection cannot be closed", e);
            }
        }
    }
}
