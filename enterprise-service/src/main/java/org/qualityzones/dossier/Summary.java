package org.qualityzones.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qualityzones.messaging.Event;

/** What an entry keeps of an event: codes that tell where the aggregate stands, and what changed. No value of goods. */
final class Summary {
    private static final List<String> TOLD = List.of(
            "status",
            "outcome",
            "clearance",
            "accepted",
            "class",
            "creditLevel",
            "level",
            "measure",
            "attribution",
            "zone",
            "code",
            "declarationNo",
            "number",
            "source",
            "reference");

    private Summary() {}

    static Map<String, Object> of(Event event) {
        Map<String, Object> summary = new LinkedHashMap<>();
        for (String field : TOLD) {
            JsonNode value = event.state().path(field);
            if (value.isValueNode() && !value.isNull()) {
                summary.put(field, plain(value));
            }
        }
        if (event.change() != null && event.change().isObject()) {
            summary.put("change", plain(event.change()));
        }
        return summary;
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            return node.valueStream().map(Summary::plain).toList();
        }
        if (node.isNull()) {
            return null;
        }
        return node.isBoolean()
                ? (Object) node.booleanValue()
                : node.isIntegralNumber() ? node.longValue() : node.asText();
    }
}
