package org.qualityzones.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.qualityzones.ruleset.RuleSet;

/** Where in the document an entry stands. */
final class Places {

    private final JsonNode document;

    Places(RuleSet ruleSet) {
        try {
            document = new ObjectMapper().readTree(ruleSet.document());
        } catch (IOException e) {
            throw new UncheckedIOException("The document of a rule set is JSON", e);
        }
    }

    String rule(String id) {
        return at("rules", "id", id);
    }

    String parameter(String id) {
        return at("parameters", "id", id);
    }

    String definition(String id) {
        return at("definitions", "id", id);
    }

    String mode(String mode) {
        return at("modes", "mode", mode);
    }

    String product(int index) {
        return "/sampling/products/" + index;
    }

    String step(String id) {
        return at("steps", "id", id);
    }

    private String at(String list, String field, String value) {
        JsonNode entries = document.path(list);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).path(field).asText().equals(value)) {
                return "/" + list + "/" + i;
            }
        }
        return "/" + list;
    }
}
