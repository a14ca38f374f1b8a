package org.qualityzones.contracts;

/**
 * A transition of the aggregate's state machine took place.
 *
 * @param action name of the transition, as in the service's {@code /workflows}
 * @param from status before
 * @param to status after
 * @param reason public reason, null where none was given
 */
public record StatusChanged(String action, String from, String to, String reason) {}
