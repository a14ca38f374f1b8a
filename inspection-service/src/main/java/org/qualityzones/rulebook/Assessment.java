package org.qualityzones.rulebook;

import java.time.Instant;
import java.util.UUID;

/**
 * What was found about the document that a rule set has now.
 *
 * @param lintReport the newest one about this document; null when there is none
 * @param lintErrors how many errors it names; null when there is none
 * @param impactReport the newest finished one about this document; null when there is none
 * @param impactUntil end of the period that the impact report looked at
 */
record Assessment(UUID lintReport, Integer lintErrors, UUID impactReport, Instant impactUntil) {

    static final Assessment NONE = new Assessment(null, null, null, null);

    Assessment linted(UUID report, int errors) {
        return new Assessment(report, errors, impactReport, impactUntil);
    }

    Assessment assessed(UUID report, Instant until) {
        return new Assessment(lintReport, lintErrors, report, until);
    }
}
