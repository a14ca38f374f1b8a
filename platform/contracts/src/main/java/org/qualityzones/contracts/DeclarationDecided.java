package org.qualityzones.contracts;

import java.util.List;

/**
 * Lines were decided.
 *
 * @param lines numbers of the lines decided by this event
 * @param cause null at first, else {@code AMENDED}, {@code FACTS_ARRIVED}, {@code OVERRIDE} or {@code HOLD_LIFTED}
 */
public record DeclarationDecided(List<Integer> lines, String cause) {}
