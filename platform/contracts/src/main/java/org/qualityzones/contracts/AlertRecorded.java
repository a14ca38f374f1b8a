package org.qualityzones.contracts;

/**
 * An alert was recorded.
 *
 * @param origin {@code API} or {@code IMPORT}
 * @param proposedMatches how many were found at once
 */
public record AlertRecorded(String origin, int proposedMatches) {}
