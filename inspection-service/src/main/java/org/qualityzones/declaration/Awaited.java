package org.qualityzones.declaration;

import java.util.List;
import org.qualityzones.decision.Decision;
import org.qualityzones.facts.Facts;

/** What a decision on incomplete facts waits for; facts that only the declarant can state are none of these. */
enum Awaited {
    /** A party that this service has not heard of. */
    PARTIES,
    /** An exchange rate. */
    RATE,
    /** Copies of others' facts to be current again. */
    COPIES;

    /** Null when nothing that was missing can arrive by itself. Of several, the one that is looked after most often. */
    static Awaited of(Decision decision) {
        Facts facts = decision.facts();
        List<String> missing = decision.missingFacts();
        if (facts.stale().stream().anyMatch(missing::contains)) {
            return COPIES;
        }
        if (missing.contains("line.valueUsdCents")) {
            return RATE;
        }
        return facts.producer().known() && facts.consignor().known() ? null : PARTIES;
    }
}
