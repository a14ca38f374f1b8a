package org.qualityzones.contracts;

/**
 * A person confirmed or rejected that an alert is about an enterprise.
 *
 * @param productId null where the enterprise matched, not one of its products
 * @param from state before
 * @param to {@code CONFIRMED} or {@code REJECTED}
 */
public record AlertMatchDecided(String matchId, String uscc, String productId, String from, String to, String reason) {}
