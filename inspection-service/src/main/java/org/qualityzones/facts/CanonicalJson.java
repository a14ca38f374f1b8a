package org.qualityzones.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** RFC 8785 bytes of a JSON tree whose numbers are integers. */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** @throws IllegalArgumentException when a number is no exact integer */
    public static byte[] bytes(JsonNode node) {
        JsonOut out = new JsonOut();
        write(out, node);
        return out.bytes();
    }

    private static void write(JsonOut out, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                out.beginObject();
                List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
                fields.sort(Comparator.comparing(Map.Entry::getKey));
                fields.forEach(field -> write(out.key(field.getKey()), field.getValue()));
                out.endObject();
            }
            case ARRAY -> {
                out.beginArray();
                node.forEach(item -> write(out, item));
                out.endArray();
            }
            case STRING -> out.text(node.textValue());
            case BOOLEAN -> out.flag(node.booleanValue());
            case NULL -> out.text(null);
            case NUMBER -> {
                if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                    throw new IllegalArgumentException(node + " is no integer");
                }
                out.number(node.longValue());
            }
            default -> throw new IllegalArgumentException("No JSON form of " + node.getNodeType());
        }
    }
}
