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
        Optional<EventConsumer> consumer = consumers.stream()
                .filter(candidate -> candidate.name().equals(letter.consumer()))
                .findFirst();
        if (consumer.isEmpty() || letter.state() != State.PARKED) {
            return new Redrive.NotOpen(letter.state());
        }
        int done = 0;
        Optional<ParkedLetter> next = Optional.of(letter);
        while (next.isPresent()) {
            UUID current = next.get().id();
            Step step = attempt(consumer.get(), current);
            if (step.failure() != null) {
                return new Redrive.FailedAgain(current, done, step.failure());
            }
            done += step.done() ? 1 : 0;
            next = consumer.get().mode() == Mode.ACTING && letter.key() != null
                    ? letters.firstOpen(letter.consumer(), letter.topic(), letter.key())
                    : Optional.empty();
        }
        return new Redrive.Done(done);
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
            work.run(() -> letters.failedAgain(id, reason.code(), reason.getMessage()));
            return new Step(false, reason);
        }
    }

    /** False when somebody else settled the letter meanwhile. */
    private boolean takeIn(EventConsumer consumer, UUID id) {
        ParkedLetter seen = letters.find(id).orElseThrow();
        letters.lock(seen.consumer(), seen.topic(), seen.key());
        ParkedLetter letter = letters.find(id).orElseThrow();
        if (letter.state() != State.PARKED && letter.state() != State.WAITING) {
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

    private record Step(boolean done, PoisonedEvent failure) {}
}
