package org.qualityzones.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * Told by an owner's relay while none of its rows is unsent: all that was recorded before {@code at} lies before these offsets.
 *
 * @param endOffsets partition number (as text) to the offset that its next record will get
 */
public record Heartbeat(String topic, Map<String, Long> endOffsets, Instant at) {}
