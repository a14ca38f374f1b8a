package org.qualityzones.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fact whose values get worse one after the other; no decision may get laxer with it.
 *
 * @param fact its name
 * @param values from the best to the worst
 */
record Worsening(String fact, List<JsonNode> values) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    static final List<Worsening> ALL = List.of(
            texts("producer.creditLevel", "AA", "A", "B", "C", "D"),
            texts("consignor.creditLevel", "AA", "A", "B", "C", "D"),
            texts("producer.class", "CLASS_1", "CLASS_2", "CLASS_3", "CLASS_4"),
            texts("productRisk", "GENERAL", "HIGHER", "HIGH"),
            new Worsening(
                    "warnings",
                    Stream.of("[]", warning(3), warning(2), warning(1))
                            .map(Worsening::read)
                            .toList()),
            flag("line.certificateRequested"),
            new Worsening("producer.openCorrectiveActions", List.of(NODES.numberNode(0), NODES.numberNode(1))),
            new Worsening("producer.overdueCorrectiveActions", List.of(NODES.numberNode(0), NODES.numberNode(1))));

    /** A document of facts in which the fact has one of the values. */
    ObjectNode in(ObjectNode facts, JsonNode value) {
        ObjectNode changed = facts.deepCopy();
        int dot = fact.indexOf('.');
        if (dot < 0) {
            changed.set(fact, value);
        } else {
            changed.withObjectProperty(fact.substring(0, dot)).set(fact.substring(dot + 1), value);
        }
        return changed;
    }

    /** A document of facts in which nothing that {@code ALL} knows is bad, but for warnings. */
    static ObjectNode best(ObjectNode facts) {
        ObjectNode best = facts;
        for (Worsening worsening : ALL) {
            if (!worsening.fact().equals("warnings")) {
                best = worsening.in(best, worsening.values().getFirst());
            }
        }
        return best;
    }

    private static Worsening texts(String fact, String... values) {
        return new Worsening(
                fact,
                Stream.of(values).map(value -> (JsonNode) NODES.textNode(value)).toList());
    }

    private static Worsening flag(String fact) {
        return new Worsening(fact, List.of(NODES.booleanNode(false), NODES.booleanNode(true)));
    }

    private static String warning(int level) {
        return "[{\"id\":\"w\",\"level\":" + level + ",\"measure\":\"TIGHTEN\"}]";
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("These lists are JSON", e);
        }
    }
}
