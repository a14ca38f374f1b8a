package org.qualityzones.contracts;

/**
 * An alert was recorded, or matches of it were found later.
 *
 * @param origin {@code API} or {@code IMPORT}; later {@code ENTERPRISE} (its products changed) or {@code REQUEST}
 * @param proposedMatches how many were found at once
 */
public record AlertRecorded(String origin, int proposedMatches) {}
