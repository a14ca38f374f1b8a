package org.qualityzones.decisionrecord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.Reason;
import org.qualityzones.ruleset.Citation;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.Problem;

/**
 * A decision as clients see it: its record, the texts of what it cites, and what became of it since. Views may grow fields,
 * records never.
 */
final class DecisionView {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Modes that a rule set has a policy of. */
    private static final Set<String> POLICIES = EnumSet.complementOf(EnumSet.of(Mode.NONE)).stream()
            .map(Mode::name)
            .collect(Collectors.toUnmodifiableSet());

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
        List<Citation> cited = cited(reason, ruleSet);
        JsonNode citations = reason.path("citations");
        for (int i = 0; i < Math.min(citations.size(), cited.size()); i++) {
            if (!(citations.get(i) instanceof ObjectNode citation)) {
                throw Unreadable.stored("record");
            }
            citation.put("text", cited.get(i).text())
                    .put("source", cited.get(i).source())
                    .put("reason", cited.get(i).reason());
        }
    }

    /** @throws Problem 422 when the reason names no rule, no effect or no mode */
    private static List<Citation> cited(JsonNode reason, RuleSet ruleSet) {
        String rule = reason.path("rule").textValue();
        String effect = reason.path("effect").textValue();
        boolean readable = rule != null
                && effect != null
                && (!effect.startsWith(RuleSet.POLICY) || POLICIES.contains(effect.substring(RuleSet.POLICY.length())));
        if (!readable) {
            throw Unreadable.stored("record");
        }
        return ruleSet.citations(rule, effect);
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

    /** @throws Problem 422 when what is stored is no record */
    static ObjectNode readable(byte[] record) {
        return read(record).orElseThrow(() -> Unreadable.stored("record"));
    }

    private static Optional<ObjectNode> read(byte[] record) {
        try {
            return JSON.readTree(record) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
