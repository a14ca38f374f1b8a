package org.qualityzones.messaging;

import java.util.List;

/**
 * Acts on events with effects that are written together: what one poll gave is one transaction, one arrival and one call of
 * {@link #on(List)}. When anything fails in it, none of it counts and each event is taken in by itself.
 *
 * <p>Each event carries its own request id and trace. While several are written the log context has none of them, so what
 * publishes events or asks for {@code RequestIds.current()} is no effect of this kind.
 */
public interface PollConsumer extends EventConsumer {

    @Override
    default Mode mode() {
        return Mode.ACTING;
    }

    @Override
    default boolean sharesTransactions() {
        return true;
    }

    @Override
    default void on(Event event) {
        on(List.of(event));
    }

    /**
     * The effects of these events, inside the transaction of their inbox rows.
     *
     * @param events in the order of their records, at least one, none of them twice
     */
    void on(List<Event> events);
}
