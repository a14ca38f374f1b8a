package org.qualityzones.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.ruleset.Title;

/**
 * A published rule set.
 *
 * @param digest {@code sha-256:} and the hex of the SHA-256 of the document's RFC 8785 form
 * @param document null in lists
 */
@Schema(name = "RuleSet")
record RuleSetView(String version, Title title, String digest, JsonNode document) {

    static RuleSetView brief(RuleSet ruleSet) {
        return new RuleSetView(ruleSet.version(), ruleSet.title(), ruleSet.digest(), null);
    }

    RuleSetView with(JsonNode read) {
        return new RuleSetView(version, title, digest, read);
    }
}
