package org.qualityzones.contracts;

/**
 * What changed in a zone; free text stays with the owner.
 *
 * @param action name of the act, such as {@code create} or {@code suspend}
 */
public record ZoneChange(String action, Grade from, Grade to) {

    /** Level and status before or after; null before the zone was there. */
    public record Grade(String level, String status) {}
}
