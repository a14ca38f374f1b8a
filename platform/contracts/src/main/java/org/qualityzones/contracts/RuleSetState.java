package org.qualityzones.contracts;

import java.time.Instant;

/**
 * A rule set, without its document. Key: {@code ruleSet}.
 *
 * @param ruleSet the version its document names, such as {@code 2026.1}; decisions name it together with the digest
 * @param title what it is called
 * @param digest {@code sha-256:} and the hex of the SHA-256 of the document's RFC 8785 form; fixed once published
 * @param status {@code DRAFT}, {@code LINTED}, {@code IMPACT_ASSESSED}, {@code PUBLISHED} or {@code RETIRED}
 * @param effectiveFrom declarations made from this instant on are decided by it, until a later one takes effect; null until
 *     it is published
 * @param retiredFrom declarations made from this instant on are no longer decided by it; null unless it was retired
 */
public record RuleSetState(
        String ruleSet,
        LocalizedText title,
        String digest,
        String status,
        Instant effectiveFrom,
        Instant retiredFrom,
        long version) {}
