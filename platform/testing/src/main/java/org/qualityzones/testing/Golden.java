package org.qualityzones.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Compares JSON with {@code src/test/resources/golden/<name>.json}, field order included; {@code -Dupdate-snapshots}
 * writes the file.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final String MASK = "…";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Golden() {}

    /** Fails when the JSON differs; fields of these names, at any depth, may have any value. */
    public static void assertMatches(String name, String json, String... maskedFields) {
        Snapshots.assertSame(FOLDER.resolve(name + ".json"), pretty(json, Set.of(maskedFields)));
    }

    private static String pretty(String json, Set<String> masked) {
        try {
            JsonNode tree = JSON.readTree(json);
            mask(tree, masked);
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("Not JSON: " + json, failure);
        }
    }

    private static void mask(JsonNode node, Set<String> masked) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (masked.contains(member.getKey()) && !member.getValue().isNull()) {
                    object.put(member.getKey(), MASK);
                }
            }
        }
        node.forEach(child -> mask(child, masked));
    }
}
