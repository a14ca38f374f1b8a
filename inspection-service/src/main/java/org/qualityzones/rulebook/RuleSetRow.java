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
 * @param assessment what was found about this document
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
        Assessment assessment,
        String publishedBy,
        Instant publishedAt,
        Instant effectiveFrom,
        String retiredBy,
        Instant retiredFrom) {

    static RuleSetRow draft(UUID id, String version, String digest, byte[] document, String by, Instant now) {
        return drafted(version, id, 1, digest, document, List.of(by), now);
    }

    /** Another document in place of the draft's: what was found about the old one no longer counts. */
    RuleSetRow replaced(String newDigest, byte[] newDocument, String by, Instant now) {
        List<String> all = drafters.contains(by)
                ? drafters
                : Stream.concat(drafters.stream(), Stream.of(by)).toList();
        return drafted(version, id, revision + 1, newDigest, newDocument, all, now);
    }

    private static RuleSetRow drafted(
            String version, UUID id, long revision, String digest, byte[] document, List<String> by, Instant now) {
        return new RuleSetRow(
                version,
                id,
                revision,
                RuleSetStatus.DRAFT,
                digest,
                document,
                by,
                now,
                Assessment.NONE,
                null,
                null,
                null,
                null,
                null);
    }

    /** Linted; what was assessed before stays so. */
    RuleSetRow linted(UUID report, int errors) {
        RuleSetStatus next = status == RuleSetStatus.DRAFT ? RuleSetStatus.LINTED : status;
        return in(next, assessment.linted(report, errors));
    }

    RuleSetRow assessed(UUID report, Instant until) {
        return in(RuleSetStatus.IMPACT_ASSESSED, assessment.assessed(report, until));
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
                assessment,
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
                assessment,
                publishedBy,
                publishedAt,
                effectiveFrom,
                by,
                from);
    }

    private RuleSetRow in(RuleSetStatus next, Assessment found) {
        return new RuleSetRow(
                version,
                id,
                revision + 1,
                next,
                digest,
                document,
                drafters,
                draftedAt,
                found,
                publishedBy,
                publishedAt,
                effectiveFrom,
                retiredBy,
                retiredFrom);
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
