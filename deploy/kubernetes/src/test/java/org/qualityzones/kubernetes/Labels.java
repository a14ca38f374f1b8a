package org.qualityzones.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

/** Label selectors as Kubernetes reads them; an empty one selects everything. */
final class Labels {

    private Labels() {}

    static boolean match(JsonNode selector, JsonNode labels) {
        boolean all = selector.path("matchLabels").properties().stream()
                .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()));
        return all && Rendering.each(selector.path("matchExpressions")).allMatch(term -> holds(term, labels));
    }

    private static boolean holds(JsonNode term, JsonNode labels) {
        JsonNode value = labels.path(term.path("key").asText());
        boolean in = Rendering.each(term.path("values")).anyMatch(value::equals);
        return switch (term.path("operator").asText()) {
            case "In" -> in;
            case "NotIn" -> !in;
            case "Exists" -> !value.isMissingNode();
            case "DoesNotExist" -> value.isMissingNode();
            default -> throw new IllegalArgumentException("No such operator: " + term);
        };
    }
}
