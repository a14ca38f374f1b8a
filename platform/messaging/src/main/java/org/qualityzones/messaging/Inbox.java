package org.qualityzones.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.InboxMetrics.Outcome;
import org.qualityzones.messaging.support.Backoff;
import org.qualityzones.messaging.support.Trouble;
import org.qualityzones.tracing.Step;
import org.qualityzones.tracing.Tracing;

/**
 * Takes each event in exactly once in effect: its id is recorded in the transaction of the effect. What cannot be read or
 * applied is parked with its reason and never holds up other keys; what fails for a reason that passes is tried until it
 * goes well or the service stops.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final int DOUBTFUL_ATTEMPTS = 5;

    private final InboxTable table;
    private final Parking parking;
    private final UnitOfWork work;
    private final Freshness freshness;
    private final InboxMetrics metrics;
    private final Tracing tracing;
    private final Envelope envelope;
    private final Polls polls;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Inbox(
            InboxTable table,
            Parking parking,
            UnitOfWork work,
            Freshness freshness,
            InboxMetrics metrics,
            Tracing tracing,
            MessagingConfig config) {
        this.table = table;
        this.parking = parking;
        this.work = work;
        this.freshness = freshness;
        this.metrics = metrics;
        this.tracing = tracing;
        this.envelope = new Envelope(config.maxEventBytes());
        this.polls = new Polls(table, parking, tracing, envelope);
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        stopping.countDown();
    }

    /**
     * Takes in what one poll gave: with one transaction where the consumer's effects may share one, and with one statement
     * where they are written together ({@link PollConsumer}); otherwise each event with a transaction of its own and what is
     * skipped between two of them with one. Returns when all records are dealt with for good
     * (applied, skipped or parked) and may be acknowledged.
     *
     * @throws StoppedException when the service stops first
     */
    public void receive(EventConsumer consumer, ConsumerRecords<String, byte[]> records) {
        for (List<ConsumerRecord<String, byte[]>> portion : portions(consumer, records)) {
            if (portion.size() == 1 || !takeTogether(consumer, portion)) {
                portion.forEach(record -> receive(consumer, record));
            }
        }
    }

    /**
     * Returns when the record is dealt with for good (applied, skipped or parked) and may be acknowledged.
     *
     * @throws StoppedException when the service stops first
     */
    public void receive(EventConsumer consumer, ConsumerRecord<String, byte[]> record) {
        Trouble trouble =
                troubles.computeIfAbsent(consumer.name(), name -> new Trouble(LOG, "consumer " + name, QUIET));
        Backoff backoff = new Backoff(LONGEST_PAUSE);
        for (int attempt = 1; ; attempt++) {
            if (isStopping()) {
                throw new StoppedException(null);
            }
            try {
                metrics.count(consumer.name(), take(consumer, record, attempt));
                trouble.over();
                return;
            } catch (RuntimeException e) {
                if (isStopping()) {
                    throw new StoppedException(e);
                }
                metrics.count(consumer.name(), Outcome.RETRIED);
                trouble.met(e);
                pause(backoff, e);
            }
        }
    }

    /** What goes into one transaction each, one after the other, in the order of the records. */
    private List<List<ConsumerRecord<String, byte[]>>> portions(
            EventConsumer consumer, ConsumerRecords<String, byte[]> records) {
        List<List<ConsumerRecord<String, byte[]>>> portions = new ArrayList<>();
        boolean open = false;
        for (ConsumerRecord<String, byte[]> record : records) {
            boolean shares = consumer.sharesTransactions() || isSkipped(consumer, record);
            if (!open || !shares) {
                portions.add(new ArrayList<>());
            }
            portions.getLast().add(record);
            open = shares;
        }
        return portions;
    }

    /** False when one of them failed, so that none is taken in. */
    private boolean takeTogether(EventConsumer consumer, List<ConsumerRecord<String, byte[]>> records) {
        try {
            List<Outcome> outcomes =
                    consumer instanceof PollConsumer whole ? takePoll(whole, records) : takeInTurn(consumer, records);
            outcomes.forEach(outcome -> metrics.count(consumer.name(), outcome));
            return true;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.debugf(e, "each by itself: consumer=%s records=%d", consumer.name(), records.size());
            return false;
        }
    }

    private List<Outcome> takePoll(PollConsumer consumer, List<ConsumerRecord<String, byte[]>> records) {
        List<Received> poll = polls.read(consumer, records);
        return work.call(() -> polls.takeIn(consumer, poll));
    }

    private List<Outcome> takeInTurn(EventConsumer consumer, List<ConsumerRecord<String, byte[]>> records) {
        Map<Integer, ConsumerRecord<String, byte[]>> last = new HashMap<>();
        records.forEach(record -> last.put(record.partition(), record));
        return work.call(() -> records.stream()
                .map(record -> take(consumer, record, record.equals(last.get(record.partition()))))
                .toList());
    }

    /** @param last of its partition in the transaction: those before need not tell how far the consumer has come */
    private Outcome take(EventConsumer consumer, ConsumerRecord<String, byte[]> record, boolean last) {
        if (isWanted(consumer, record)) {
            return apply(consumer, record, envelope.read(record), last);
        }
        return last ? skip(consumer, record) : Outcome.SKIPPED;
    }

    private Outcome take(EventConsumer consumer, ConsumerRecord<String, byte[]> record, int attempt) {
        Event event;
        try {
            if (!isWanted(consumer, record)) {
                return work.call(() -> skip(consumer, record));
            }
            event = envelope.read(record);
        } catch (PoisonedEvent e) {
            return park(consumer, record, e);
        }
        try {
            return work.call(() -> apply(consumer, record, event, true));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            boolean again =
                    switch (Failure.of(e)) {
                        case PASSING -> true;
                        case DOUBTFUL -> attempt < DOUBTFUL_ATTEMPTS;
                        case LASTING -> false;
                    };
            if (again || isStopping()) {
                throw new IllegalStateException("%s of %s".formatted(event.type(), event.key()), e);
            }
            LOG.warnf(e, "not applied: consumer=%s eventId=%s type=%s", consumer.name(), event.id(), event.type());
            return park(consumer, record, reason(consumer, e));
        }
    }

    private boolean isWanted(EventConsumer consumer, ConsumerRecord<String, byte[]> record) {
        return envelope.isWanted(record, consumer.types());
    }

    /** Not wanted, and not to be parked either. */
    private boolean isSkipped(EventConsumer consumer, ConsumerRecord<String, byte[]> record) {
        try {
            return !isWanted(consumer, record);
        } catch (PoisonedEvent e) {
            return false;
        }
    }

    private Outcome skip(EventConsumer consumer, ConsumerRecord<String, byte[]> record) {
        table.skip(consumer.name(), record);
        return Outcome.SKIPPED;
    }

    private Outcome apply(EventConsumer consumer, ConsumerRecord<String, byte[]> record, Event event, boolean moves) {
        InboxTable.Arrival arrival =
                switch (consumer.mode()) {
                    case FACTS -> table.facts(consumer.name(), record, event, moves);
                    case ACTING -> table.acting(consumer.name(), record, event.key(), event.id(), moves);
                };
        if (!arrival.first()) {
            return Outcome.DUPLICATE;
        }
        if (!arrival.newest()) {
            return Outcome.OLDER;
        }
        if (consumer.mode() == Mode.ACTING && arrival.detail() && parking.waitsBehind(consumer, record, event.key())) {
            return Outcome.WAITING;
        }
        handle(tracing, consumer, record, event);
        return consumer.mode() == Mode.FACTS && arrival.detail() ? Outcome.SUPERSEDING : Outcome.APPLIED;
    }

    /** The effect under the request id and the trace of its cause. */
    static void handle(Tracing tracing, EventConsumer consumer, ConsumerRecord<String, byte[]> record, Event event) {
        Correlation.enter(record);
        try (Step step = begin(tracing, consumer, event)) {
            Correlation.trace(step.traceparent(null));
            handle(consumer, event.within(step), step);
        } finally {
            Correlation.leave();
        }
    }

    private static void handle(EventConsumer consumer, Event event, Step step) {
        try {
            consumer.on(event);
        } catch (RuntimeException | Error e) {
            step.failed(e);
            throw e;
        }
    }

    /** The effects of several events together, each event in the trace of its own cause and the log under none. */
    static void handle(Tracing tracing, PollConsumer consumer, List<Event> events) {
        Correlation.leave();
        List<Step> steps =
                events.stream().map(event -> begin(tracing, consumer, event)).toList();
        try {
            consumer.on(IntStream.range(0, events.size())
                    .mapToObj(i -> events.get(i).within(steps.get(i)))
                    .toList());
        } catch (RuntimeException | Error e) {
            steps.forEach(step -> step.failed(e));
            throw e;
        } finally {
            steps.forEach(Step::close);
            Correlation.leave();
        }
    }

    private static Step begin(Tracing tracing, EventConsumer consumer, Event event) {
        return tracing.takingIn(consumer.name(), event.traceparent())
                .note("messaging.destination.name", event.topic())
                .note("qz.event.id", event.id());
    }

    private Outcome park(EventConsumer consumer, ConsumerRecord<String, byte[]> record, PoisonedEvent reason) {
        Outcome outcome = work.call(() -> parking.park(consumer, record, reason));
        if (outcome == Outcome.PARKED) {
            LOG.warnf(
                    "parked: consumer=%s topic=%s partition=%d offset=%d reason=%s",
                    consumer.name(), record.topic(), record.partition(), record.offset(), reason.code());
            if (consumer.mode() == Mode.FACTS && record.key() != null) {
                freshness.parked(record.topic(), record.key());
            }
        }
        return outcome;
    }

    /** Why an event failed, in words that carry nothing of its data. */
    static PoisonedEvent reason(EventConsumer consumer, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonedEvent poisoned) {
                return poisoned;
            }
        }
        return new PoisonedEvent(
                "handler-failed", "%s in %s".formatted(thrown.getClass().getName(), consumer.name()));
    }

    private void pause(Backoff backoff, RuntimeException failure) {
        try {
            if (!stopping.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoppedException(failure);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
