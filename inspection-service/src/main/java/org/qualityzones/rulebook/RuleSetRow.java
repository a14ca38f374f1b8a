package org.qualityzones.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A rule set as it is kept.
 *
 * @param version the name its document has
 * @param revision of the resource, from 1
 * @param document RFC 8785 bytes
 * @param drafters everybody who put in a document; none of them publishes
 * @param impactReport the newest finished report about this document; null when there is none
 * @param impactUntil end of the period that report looked at
 * @param effectiveFrom null until it is published
 * @param retiredFrom null unless it was retired
 */
record RuleSetRow(
        String version,
        UUID id,
        long revision,
        RuleSetStatus status,
        String digest,
        byte[] document,
        List<String> drafters,
        Instant draftedAt,
        UUID impactReport,
        Instant impactUntil,
        String publishedBy,
        Instant publishedAt,
        Instant effectiveFrom,
        String retiredBy,
        Instant retiredFrom) {

    static RuleSetRow draft(UUID id, String version, String digest, byte[] document, String by, Instant now) {
        return new RuleSetRow(
                version,
                id,
                1,
                RuleSetStatus.DRAFT,
                digest,
                document,
                List.of(by),
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Another document in place of the draft's: what was found about the old one no longer counts. */
    RuleSetRow replaced(String newDigest, byte[] newDocument, String by, Instant now) {
        List<String> all = drafters.contains(by)
                ? drafters
                : Stream.concat(drafters.stream(), Stream.of(by)).toList();
        return new RuleSetRow(
                version,
                id,
                revision + 1,
                RuleSetStatus.DRAFT,
                newDigest,
                newDocument,
                all,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    RuleSetRow published(String by, Instant now, Instant from) {
        return new RuleSetRow(
                version,
                id,
                revision + 1,
                RuleSetStatus.PUBLISHED,
                digest,
                document,
                drafters,
                draftedAt,
                impactReport,
                impactUntil,
                by,
                now,
                from,
                null,
                null);
    }

    RuleSetRow retired(String by, Instant from) {
        return new RuleSetRow(
                version,
                id,
                revision + 1,
                RuleSetStatus.RETIRED,
                digest,
                document,
                drafters,
                draftedAt,
                impactReport,
                impactUntil,
                publishedBy,
                publishedAt,
                effectiveFrom,
                by,
                from);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleSetRow that && id.equals(that.id) && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return version + " " + status + " " + digest;
    }
}
