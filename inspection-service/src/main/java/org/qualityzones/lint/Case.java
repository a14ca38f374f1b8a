package org.qualityzones.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.qualityzones.facts.Facts;

/**
 * Facts of which only some are said.
 *
 * @param given values of facts, by name
 * @param taken values of definitions, by name, that are taken for granted
 */
record Case(Map<String, JsonNode> given, Map<String, Object> taken) {

    static final Case OPEN = new Case(Map.of(), Map.of());

    Case withFact(String name, JsonNode value) {
        Map<String, JsonNode> more = new TreeMap<>(given);
        more.put(name, value);
        return new Case(more, taken);
    }

    Case withDefinition(String name, Object value) {
        Map<String, Object> more = new HashMap<>(taken);
        more.put(name, value);
        return new Case(given, more);
    }

    ObjectNode document() {
        return Universe.document(given);
    }

    Facts facts() {
        return Universe.facts(document());
    }
}
