package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.qualityzones.messaging.ParkedLetter.State;
import org.qualityzones.web.Ids;

/** Puts records aside, in the surrounding transaction. */
@ApplicationScoped
class Parking {

    static final String BEHIND = "behind-parked";

    private final InboxTable inbox;
    private final ParkedLetters letters;
    private final Ids ids;
    private final Clock clock;

    Parking(InboxTable inbox, ParkedLetters letters, Ids ids, Clock clock) {
        this.inbox = inbox;
        this.letters = letters;
        this.ids = ids;
        this.clock = clock;
    }

    /** Parks a record that failed, or has it wait if one of its key is parked before it. */
    InboxMetrics.Outcome park(EventConsumer consumer, ConsumerRecord<String, byte[]> record, PoisonedEvent reason) {
        String key = cleanKey(record);
        String eventId = Envelope.optionalHeader(record, CloudEvents.ID);
        boolean behind = false;
        if (eventId == null) {
            inbox.skip(consumer.name(), record);
        } else {
            InboxTable.Arrival arrival = inbox.acting(consumer.name(), record, key, eventId, true);
            if (!arrival.first()) {
                return InboxMetrics.Outcome.DUPLICATE;
            }
            behind = arrival.detail();
        }
        if (consumer.mode() == Mode.ACTING && behind && waitsBehind(consumer, record, key)) {
            return InboxMetrics.Outcome.WAITING;
        }
        boolean added = letters.add(letter(consumer, record, key, State.PARKED, reason.code(), reason.getMessage(), 1));
        return added ? InboxMetrics.Outcome.PARKED : InboxMetrics.Outcome.DUPLICATE;
    }

    /** Has a record wait if a letter of its key is open; false when none is. */
    boolean waitsBehind(EventConsumer consumer, ConsumerRecord<String, byte[]> record, String key) {
        letters.lock(consumer.name(), record.topic(), key);
        if (!letters.anyOpen(consumer.name(), record.topic(), key)) {
            return false;
        }
        letters.add(letter(consumer, record, key, State.WAITING, BEHIND, "an event of its key is parked", 0));
        return true;
    }

    private ParkedLetter letter(
            EventConsumer consumer,
            ConsumerRecord<String, byte[]> record,
            String key,
            State state,
            String code,
            String reason,
            int attempts) {
        Instant now = clock.instant();
        byte[] payload = record.value();
        return new ParkedLetter(
                ids.next(),
                consumer.name(),
                record.topic(),
                record.partition(),
                record.offset(),
                key,
                Envelope.optionalHeader(record, CloudEvents.ID),
                Envelope.optionalHeader(record, CloudEvents.TYPE),
                Envelope.optionalVersion(record),
                List.of(record.headers().toArray()),
                payload,
                payload == null ? 0 : payload.length,
                code,
                reason,
                state,
                attempts,
                now,
                now,
                null,
                null);
    }

    private static String cleanKey(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? null : record.key().replace('\0', '\uFFFD');
    }
}
