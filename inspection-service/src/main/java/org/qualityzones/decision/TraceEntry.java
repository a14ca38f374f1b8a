package org.qualityzones.decision;

import java.util.SortedMap;

/**
 * One rule, or definition, that was looked at.
 *
 * @param rule id of the rule, or name of the definition
 * @param matched whether its condition held; for a definition, false only when its value is {@code false}
 * @param value for a definition, what it came to; else null
 * @param inputs facts, definitions and states it really read, by name
 */
public record TraceEntry(String rule, boolean matched, Object value, SortedMap<String, Object> inputs) {}
