package org.qualityzones.decision;

import java.util.Map;

/**
 * A decision as a store keeps it, to be computed again.
 *
 * @param facts the bytes of the snapshot
 * @param record the bytes that the digest is of
 * @param ruleSet version, as it stands beside the record; null: as the record says
 * @param beside what else stands beside the record, by JSON Pointer into it; values as text, null where the record has null
 */
public record StoredDecision(byte[] facts, byte[] record, String digest, String ruleSet, Map<String, String> beside) {}
