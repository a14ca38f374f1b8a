package org.qualityzones.counterfactual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qualityzones.expression.FactKind;

/**
 * The facts that the enterprise or the authority can change, and what they can become. What is shipped, why and where to
 * (HS code, purpose, destination), what has happened, and the draw are none of them.
 */
final class Changeable {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, Owner> OWNERS = Map.ofEntries(
            Map.entry("line.certificateRequested", Owner.ENTERPRISE),
            Map.entry("line.evidence", Owner.ENTERPRISE),
            Map.entry("producer.known", Owner.ENTERPRISE),
            Map.entry("consignor.known", Owner.ENTERPRISE),
            Map.entry("producer.openCorrectiveActions", Owner.ENTERPRISE),
            Map.entry("producer.overdueCorrectiveActions", Owner.ENTERPRISE),
            Map.entry("producer.status", Owner.AUTHORITY),
            Map.entry("producer.suspension", Owner.AUTHORITY),
            Map.entry("producer.class", Owner.AUTHORITY),
            Map.entry("producer.creditLevel", Owner.AUTHORITY),
            Map.entry("producer.titles", Owner.AUTHORITY),
            Map.entry("producer.limitedRegistration", Owner.AUTHORITY),
            Map.entry("consignor.status", Owner.AUTHORITY),
            Map.entry("consignor.suspension", Owner.AUTHORITY),
            Map.entry("consignor.creditLevel", Owner.AUTHORITY),
            Map.entry("productRisk", Owner.AUTHORITY),
            Map.entry("exemption.certificate", Owner.AUTHORITY),
            Map.entry("history.sampling", Owner.AUTHORITY),
            Map.entry("zones", Owner.AUTHORITY),
            Map.entry("warnings", Owner.AUTHORITY));

    private static final Map<String, FactKind> KINDS =
            FactKind.ALL.stream().collect(Collectors.toMap(FactKind::name, kind -> kind));

    private Changeable() {}

    static Set<String> names() {
        return OWNERS.keySet();
    }

    static Owner owner(String fact) {
        return OWNERS.get(fact);
    }

    static JsonNode valueOf(ObjectNode facts, String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? facts.path(name) : facts.path(name.substring(0, dot)).path(name.substring(dot + 1));
    }

    static void set(ObjectNode facts, String name, JsonNode value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            facts.set(name, value);
        } else {
            facts.withObjectProperty(name.substring(0, dot)).set(name.substring(dot + 1), value);
        }
    }

    /** What a fact can become; never what it is. */
    static List<JsonNode> others(ObjectNode facts, String name) {
        JsonNode now = valueOf(facts, name);
        List<JsonNode> others = new ArrayList<>(
                switch (KINDS.get(name).type()) {
                    case FLAG -> List.<JsonNode>of(NODES.booleanNode(true), NODES.booleanNode(false));
                    case NUMBER -> List.<JsonNode>of(NODES.numberNode(0L));
                    case TEXTS ->
                        List.<JsonNode>of(NODES.arrayNode(), NODES.arrayNode().add("DEMONSTRATION"));
                    case ZONES -> zones(facts);
                    case WARNINGS -> lifted(now);
                    default ->
                        KINDS.get(name).domain().stream()
                                .map(choice -> (JsonNode) NODES.textNode(choice))
                                .toList();
                });
        others.removeIf(other -> other.toString().equals(now.toString()));
        if (name.endsWith(".known")) {
            others.removeIf(other -> !other.booleanValue());
        }
        return others;
    }

    /** No zone, a membership whose zone covers the goods, and one that exempts them in addition. */
    private static List<JsonNode> zones(ObjectNode facts) {
        String hsCode = facts.path("line").path("hsCode").asText();
        if (hsCode.length() < 4) {
            return List.of(NODES.arrayNode());
        }
        ArrayNode prefixes = NODES.arrayNode().add(hsCode.substring(0, 4));
        ObjectNode member = NODES.objectNode()
                .put("code", "a-zone")
                .put("level", "NATIONAL")
                .put("status", "ACTIVE");
        member.set("hsPrefixes", prefixes);
        ObjectNode exempt = member.deepCopy();
        exempt.putArray("measures")
                .addObject()
                .put("measure", "WHOLE_ZONE_EXEMPTION")
                .put("onRoll", true)
                .set("hsPrefixes", prefixes);
        return List.of(
                NODES.arrayNode(),
                NODES.arrayNode().add(member),
                NODES.arrayNode().add(exempt));
    }

    /** All lifted, or one of them. */
    private static List<JsonNode> lifted(JsonNode warnings) {
        List<JsonNode> lists = new ArrayList<>();
        lists.add(NODES.arrayNode());
        for (int left = 0; left < warnings.size() && warnings.size() > 1; left++) {
            ArrayNode others = NODES.arrayNode();
            for (int i = 0; i < warnings.size(); i++) {
                if (i != left) {
                    others.add(warnings.get(i));
                }
            }
            lists.add(others);
        }
        return lists;
    }
}
