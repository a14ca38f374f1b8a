package org.qualityzones.messaging;

import java.util.Set;

/**
 * What a service does with the events of one topic: an application-scoped bean with one line to receive.
 *
 * <pre>{@code
 * @Incoming("enterprise-facts")
 * @Blocking
 * public void receive(ConsumerRecord<String, byte[]> record) {
 *     inbox.receive(this, record);
 * }
 * }</pre>
 *
 * With {@code batch=true} on its channel it takes {@code ConsumerRecords} instead, what one poll gave: records that it skips
 * then share a transaction, and effects that may share one do so too. One whose effects can also be written together is a
 * {@link PollConsumer}.
 */
public interface EventConsumer {

    /** Unique in the service and stable: inbox, positions and parked letters are kept under it. Equals the channel's name. */
    String name();

    Mode mode();

    /** Constant of {@code Topics}. */
    String topic();

    /** Types taken in, all others are skipped and counted; empty = every type of the topic in its major version 1. */
    default Set<String> types() {
        return Set.of();
    }

    /**
     * Whether the events of one poll are taken in with one transaction, as long as that goes well. Only for effects that are
     * statements of their own, or do not read what another event's wrote.
     */
    default boolean sharesTransactions() {
        return false;
    }

    /**
     * The effect, inside the transaction of the inbox row. {@link PoisonedEvent} and every other exception that a retry
     * cannot heal parks the event; a lost connection, a lock or a serialization failure is retried in place.
     */
    void on(Event event);
}
