package org.qualityzones.decision;

import org.qualityzones.facts.Digests;

/**
 * The record of a decision, to be kept byte for byte.
 *
 * @param bytes RFC 8785 canonical JSON
 * @param digest {@code sha-256:} and the hex of the SHA-256 of the bytes
 */
public record DecisionRecord(byte[] bytes, String digest) {

    static DecisionRecord of(Decision decision) {
        byte[] bytes = RecordWriter.bytes(decision);
        return new DecisionRecord(bytes, Digests.sha256(bytes));
    }
}
