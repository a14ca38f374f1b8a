package org.qualityzones.messaging;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.qualityzones.messaging.InboxMetrics.Outcome;
import org.qualityzones.messaging.InboxTable.Arrival;
import org.qualityzones.tracing.Tracing;

/** Takes in what one poll gave a {@link PollConsumer}: one statement for all arrivals, then all effects together. */
final class Polls {

    private final InboxTable table;
    private final Parking parking;
    private final Tracing tracing;
    private final Envelope envelope;

    Polls(InboxTable table, Parking parking, Tracing tracing, Envelope envelope) {
        this.table = table;
        this.parking = parking;
        this.tracing = tracing;
        this.envelope = envelope;
    }

    /** @throws PoisonedEvent if one of them is to be parked */
    List<Received> read(PollConsumer consumer, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(record -> read(consumer, record)).toList();
    }

    /** What became of each, in order; in the surrounding transaction. */
    List<Outcome> takeIn(PollConsumer consumer, List<Received> poll) {
        List<Arrival> arrivals = table.acting(consumer.name(), poll);
        List<Outcome> outcomes = new ArrayList<>();
        List<Received> applied = new ArrayList<>();
        for (int i = 0; i < poll.size(); i++) {
            Outcome outcome = outcome(consumer, poll.get(i), arrivals.get(i));
            outcomes.add(outcome);
            if (outcome == Outcome.APPLIED) {
                applied.add(poll.get(i));
            }
        }
        handle(consumer, applied);
        return outcomes;
    }

    private Received read(PollConsumer consumer, ConsumerRecord<String, byte[]> record) {
        boolean wanted = envelope.isWanted(record, consumer.types());
        return new Received(record, wanted ? envelope.read(record) : null);
    }

    /** An event that waits comes before the later ones of its key, which therefore wait too. */
    private Outcome outcome(PollConsumer consumer, Received received, Arrival arrival) {
        if (received.isSkipped()) {
            return Outcome.SKIPPED;
        }
        if (!arrival.first()) {
            return Outcome.DUPLICATE;
        }
        boolean waits = arrival.detail()
                && parking.waitsBehind(
                        consumer, received.record(), received.event().key());
        return waits ? Outcome.WAITING : Outcome.APPLIED;
    }

    private void handle(PollConsumer consumer, List<Received> applied) {
        switch (applied.size()) {
            case 0 -> {}
            case 1 -> {
                Received only = applied.getFirst();
                Inbox.handle(tracing, consumer, only.record(), only.event());
            }
            default ->
                Inbox.handle(
                        tracing, consumer, applied.stream().map(Received::event).toList());
        }
    }
}
