package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.ParkedLetter.State;
import org.qualityzones.tracing.Tracing;

/** Tries parked letters again; those that wait behind one follow in order, each in a transaction of its own. */
@ApplicationScoped
public class Redrives {

    private static final Logger LOG = Logger.getLogger(Redrives.class);

    private final Instance<EventConsumer> consumers;
    private final ParkedLetters letters;
    private final InboxTable inbox;
    private final UnitOfWork work;
    private final Tracing tracing;
    private final Envelope envelope;

    Redrives(
            @Any Instance<EventConsumer> consumers,
            ParkedLetters letters,
            InboxTable inbox,
            UnitOfWork work,
            Tracing tracing,
            MessagingConfig config) {
        this.consumers = consumers;
        this.letters = letters;
        this.inbox = inbox;
        this.work = work;
        this.tracing = tracing;
        this.envelope = new Envelope(config.maxEventBytes());
    }

    /** Tries a parked letter and, when that goes well and its consumer acts, those waiting behind it. */
    public Redrive redrive(UUID id) {
        ParkedLetter letter = letters.find(id).orElse(null);
        if (letter == null) {
            return new Redrive.NotThere();
        }
        Optional<UUID> before = letters.before(letter);
        if (!letter.isOpen() || before.isPresent()) {
            return new Redrive.NotOpen(letter.state(), before.orElse(null));
        }
        Optional<EventConsumer> consumer = consumer(letter);
        if (consumer.isEmpty()) {
            return new Redrive.NobodyTakesIt(letter.consumer());
        }
        Step step = attempt(consumer.get(), id);
        if (step.failure() != null) {
            return new Redrive.FailedAgain(id, 0, step.failure());
        }
        if (!step.done()) {
            return new Redrive.NotOpen(letters.find(id).orElseThrow().state(), null);
        }
        Trail trail = follow(letter);
        return trail.failure() == null
                ? new Redrive.Done(1 + trail.done())
                : new Redrive.FailedAgain(trail.failed(), 1 + trail.done(), trail.failure());
    }

    /** After a letter is settled: takes in those of its key in order until one fails, if their consumer acts. */
    Trail follow(ParkedLetter settled) {
        Optional<EventConsumer> consumer = consumer(settled).filter(candidate -> candidate.mode() == Mode.ACTING);
        if (consumer.isEmpty() || settled.key() == null) {
            return new Trail(0, null, null);
        }
        int done = 0;
        Optional<ParkedLetter> next = next(settled);
        while (next.isPresent()) {
            UUID current = next.get().id();
            Step step = attempt(consumer.get(), current);
            if (step.failure() != null) {
                return new Trail(done, current, step.failure());
            }
            done += step.done() ? 1 : 0;
            next = next(settled);
        }
        return new Trail(done, null, null);
    }

    private Optional<EventConsumer> consumer(ParkedLetter letter) {
        return consumers.stream()
                .filter(candidate -> candidate.name().equals(letter.consumer()))
                .findFirst();
    }

    private Optional<ParkedLetter> next(ParkedLetter settled) {
        return letters.firstOpen(settled.consumer(), settled.topic(), settled.key());
    }

    private Step attempt(EventConsumer consumer, UUID id) {
        try {
            return new Step(work.call(() -> takeIn(consumer, id)), null);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            if (Failure.of(e) == Failure.PASSING) {
                throw e;
            }
            LOG.infof(e, "redrive failed: letter=%s", id);
            PoisonedEvent reason = Inbox.reason(consumer, e);
            boolean stillOpen = work.call(() -> letters.failedAgain(id, reason.code(), reason.getMessage()));
            return new Step(false, stillOpen ? reason : null);
        }
    }

    /** False when somebody else settled the letter meanwhile. */
    private boolean takeIn(EventConsumer consumer, UUID id) {
        ParkedLetter seen = letters.find(id).orElseThrow();
        letters.lock(seen.consumer(), seen.topic(), seen.key());
        ParkedLetter letter = letters.find(id).orElseThrow();
        if (!letter.isOpen()) {
            return false;
        }
        ConsumerRecord<String, byte[]> record = record(letter);
        if (!envelope.isWanted(record, consumer.types())) {
            letters.close(id, State.REDRIVEN);
            return true;
        }
        Event event = envelope.read(record);
        if (consumer.mode() == Mode.FACTS && !inbox.raise(consumer.name(), event)) {
            letters.close(id, State.SUPERSEDED);
            return true;
        }
        Inbox.handle(tracing, consumer, record, event);
        letters.close(id, State.REDRIVEN);
        return true;
    }

    private static ConsumerRecord<String, byte[]> record(ParkedLetter letter) {
        return new ConsumerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.parkedAt().toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                letter.size(),
                letter.key(),
                letter.payload(),
                new RecordHeaders(letter.headers()),
                Optional.empty());
    }

    /** Neither done nor failed when somebody else settled the letter meanwhile. */
    private record Step(boolean done, PoisonedEvent failure) {}

    /** What became of those that waited. @param failed the one that is parked now, null when none is */
    record Trail(int done, UUID failed, PoisonedEvent failure) {}
}
