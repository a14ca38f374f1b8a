package org.qualityzones.decisionrecord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.Reason;
import org.qualityzones.ruleset.Citation;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/**
 * A decision as clients see it: its record, the texts of what it cites, and what became of it since. Views may grow fields,
 * records never.
 */
final class DecisionView {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DecisionView() {}

    static ObjectNode of(DecisionRow row, RuleSet ruleSet, UUID supersededBy) {
        return of(row.record(), row.digest(), ruleSet)
                .put("supersededBy", supersededBy == null ? null : supersededBy.toString())
                .putNull("receipt");
    }

    /** The fields of a record that events tell, in its form, without the record being read. */
    static ObjectNode brief(Decision decision, String digest) {
        DecisionContext context = decision.context();
        ObjectNode brief = JSON.createObjectNode()
                .put("id", context.id().toString())
                .put("outcome", decision.outcome().name())
                .put("mode", decision.mode().name())
                .put("drawn", decision.drawn())
                .put("basis", decision.basis().name())
                .put("cause", context.cause() == null ? null : context.cause().name())
                .put(
                        "supersedes",
                        context.supersedes() == null
                                ? null
                                : context.supersedes().toString())
                .put("digest", digest)
                .put("decidedAt", context.decidedAt().toString());
        brief.putObject("ruleSet").put("version", decision.ruleSet().version());
        return brief;
    }

    static ObjectNode of(byte[] record, String digest, RuleSet ruleSet) {
        ObjectNode view = readable(record);
        view.path("reasons").forEach(reason -> addTexts(reason, ruleSet));
        return view.put("digest", digest);
    }

    /** A record names its citations; what they say is in the rule set, in the same order. */
    private static void addTexts(JsonNode reason, RuleSet ruleSet) {
        List<Citation> cited = ruleSet.citations(
                reason.path("rule").textValue(), reason.path("effect").textValue());
        JsonNode citations = reason.path("citations");
        for (int i = 0; i < Math.min(citations.size(), cited.size()); i++) {
            ((ObjectNode) citations.get(i))
                    .put("text", cited.get(i).text())
                    .put("source", cited.get(i).source())
                    .put("reason", cited.get(i).reason());
        }
    }

    /** Id of the rule that the outcome comes from. */
    static String decidedBy(DecisionRow row) {
        if (row.cause() == DecisionContext.Cause.OVERRIDE) {
            return Decision.OVERRIDE;
        }
        JsonNode reasons = readable(row.record()).path("reasons");
        for (JsonNode reason : reasons) {
            boolean decides = Reason.isOutcome(reason.path("effect").asText(), row.outcome());
            if (decides && reason.path("binding").booleanValue()) {
                return reason.path("rule").asText();
            }
        }
        return reasons.path(0).path("rule").asText();
    }

    static ObjectNode parsed(byte[] record) {
        return read(record).orElseThrow(() -> new IllegalStateException("A stored decision record is not JSON"));
    }

    /** @throws Problem 422 when what is stored is no record */
    private static ObjectNode readable(byte[] record) {
        return read(record)
                .orElseThrow(() -> Problem.of(
                        CommonProblem.UNPROCESSABLE, "The stored record cannot be read; a replay says where"));
    }

    private static Optional<ObjectNode> read(byte[] record) {
        try {
            return JSON.readTree(record) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
