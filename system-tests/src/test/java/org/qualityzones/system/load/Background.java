package org.qualityzones.system.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.qualityzones.system.bench.harness.Schedule;
import org.qualityzones.system.bench.harness.Wire;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.oracle.Ledger;

/**
 * An open-loop load that lasts until it is ended, whatever happens to the suite meanwhile. Each declaration is in the ledger:
 * confirmed; refused, which is a 429 or 503 with Retry-After or nobody there to connect to; or unknown, and then it takes the
 * place of a new one a while later, with its key, until it is answered.
 */
public final class Background implements AutoCloseable {

    private static final int CONNECTIONS = 32;
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration LATEST = Duration.ofSeconds(1);
    private static final Duration BETWEEN_REPEATS = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> REFUSING = Set.of(429, 503);

    private final Mix mix;
    private final Ledger ledger;
    private final Rate rate;
    private final Schedule schedule;
    private final AtomicLong next = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final Deque<Unknown> unknown = new ArrayDeque<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private long start;
    private long end;
    private volatile boolean ending;
    private volatile String last;

    public Background(Mix mix, Ledger ledger, Rate rate) {
        this.mix = mix;
        this.ledger = ledger;
        this.rate = rate;
        this.schedule = Schedule.steady(rate.perSecond(), LONGEST);
    }

    private record Unknown(Mix.Filing filing, long notBefore) {}

    public void begin() {
        start = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofVirtual()
                    .name("background-" + i)
                    .uncaughtExceptionHandler((_, failure) -> wrong.add("a connection ended: " + failure))
                    .start(this::work));
        }
    }

    /**
     * Ends it, and waits until every declaration is known to be there or not; fails where one stays unknown, a request was
     * answered as none may be, or the load itself broke.
     */
    public Carried finish() {
        end();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Wire wire = new Wire(mix.gateway())) {
            for (Mix.Filing filing = due(Long.MAX_VALUE); filing != null; filing = due(Long.MAX_VALUE)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Nobody answers for the declaration with key " + filing.key());
                }
                file(wire, filing, true);
                if (isUnknown()) {
                    LockSupport.parkNanos(BETWEEN_REPEATS.dividedBy(10).toNanos());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    wrong.size() + " times what the load must not meet, such as " + wrong.peek());
        }
        return carried();
    }

    /** Of the declarations that were confirmed. */
    public synchronized Set<String> ids() {
        return Set.copyOf(ids);
    }

    @Override
    public void close() {
        ending = true;
        threads.forEach(Thread::interrupt);
    }

    private void end() {
        ending = true;
        end = System.nanoTime();
        for (Thread thread : threads) {
            try {
                if (!thread.join(PATIENCE)) {
                    throw new IllegalStateException("A connection of the load does not end");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }

    private void work() {
        try (Wire wire = new Wire(mix.gateway())) {
            while (!ending) {
                long number = next.getAndIncrement();
                long due = start + schedule.dueNanos(number);
                sleepUntil(due);
                if (!ending && System.nanoTime() - due < LATEST.toNanos()) {
                    send(wire, number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(Wire wire, long number) {
        if (!Mix.isFiling(number)) {
            read(wire, number);
            return;
        }
        Mix.Filing again = due(System.nanoTime());
        file(wire, again == null ? mix.filing() : again, again != null);
    }

    private void read(Wire wire, long number) {
        try {
            Wire.Reply reply = wire.exchange(mix.reading(number, last));
            count(reply.status());
            if (!reply.good() && reply.status() < SERVER_ERROR && !REFUSING.contains(reply.status())) {
                wrong.add("a read: " + reply.status());
            }
        } catch (IOException | UncheckedIOException nobody) {
            count(0);
        }
    }

    /** @param sent before, so that a refusal of this attempt says nothing of the earlier ones */
    private void file(Wire wire, Mix.Filing filing, boolean sent) {
        byte[] request;
        try {
            request = mix.request(filing);
        } catch (UncheckedIOException noToken) {
            if (sent) {
                repeatLater(filing);
            }
            return;
        }
        ledger.intend(filing.key());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            judge(filing, sent, wire.exchange(request, body), body.toString(StandardCharsets.UTF_8));
        } catch (ConnectException nobody) {
            count(0);
            unanswered(filing, sent, nobody);
        } catch (IOException broken) {
            count(0);
            unanswered(filing, true, broken);
        }
    }

    private void judge(Mix.Filing filing, boolean sent, Wire.Reply reply, String body) {
        count(reply.status());
        if (reply.status() == CREATED) {
            String id = Json.read(body).path("id").asText();
            ledger.acknowledge(filing.key(), id);
            confirmed(id);
        } else if (REFUSING.contains(reply.status()) && reply.retryAfter() && !sent) {
            ledger.refuse(filing.key(), reply.status() + " " + body);
        } else if (reply.status() >= SERVER_ERROR
                || reply.status() == CONFLICT && reply.retryAfter()
                || REFUSING.contains(reply.status())) {
            ledger.leaveUnknown(filing.key(), reply.status() + " " + body);
            repeatLater(filing);
        } else {
            ledger.leaveUnknown(filing.key(), reply.status() + " " + body);
            wrong.add("a declaration: " + reply.status() + " " + body);
        }
    }

    private void unanswered(Mix.Filing filing, boolean sent, IOException why) {
        if (sent) {
            ledger.leaveUnknown(filing.key(), why.toString());
            repeatLater(filing);
        } else {
            ledger.refuse(filing.key(), why.toString());
        }
    }

    private synchronized void confirmed(String id) {
        ids.add(id);
        last = id;
    }

    private synchronized void count(int status) {
        statuses.merge(status, 1L, Long::sum);
    }

    private synchronized void repeatLater(Mix.Filing filing) {
        unknown.add(new Unknown(filing, System.nanoTime() + BETWEEN_REPEATS.toNanos()));
    }

    private synchronized boolean isUnknown() {
        return !unknown.isEmpty();
    }

    /** One that may be sent again by now, or null. */
    private synchronized Mix.Filing due(long now) {
        boolean waits = unknown.isEmpty() || unknown.peek().notBefore() > now;
        return waits ? null : unknown.remove().filing();
    }

    private synchronized Carried carried() {
        return Carried.of(
                rate,
                (end - start) / 1e9,
                new TreeMap<>(statuses),
                ids.size(),
                ledger.refusedCount(),
                ledger.unknownCount());
    }

    private void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0 && !ending; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
