package org.qualityzones.contracts;

/**
 * A lot is to be inspected.
 *
 * @param kind {@code ORIGINAL} or {@code AFTER_REWORK}
 * @param outcome of the decision that asked for it
 */
public record InspectionOpened(String kind, String outcome) {}
