package org.qualityzones.contracts;

/**
 * One event type: where it is published and what its data holds.
 *
 * @param type constant of {@link EventTypes}
 * @param topic constant of {@link Topics}
 * @param summary one English sentence for those who subscribe
 * @param change record of what changed
 * @param state record of the aggregate's whole public state afterwards, one per topic
 */
public record EventContract(
        String type, String topic, String summary, Class<? extends Record> change, Class<? extends Record> state) {}
