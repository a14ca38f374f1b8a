package org.qualityzones.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Reads from a record whose decision it is and when it was made. */
final class StoredContext {

    private StoredContext() {}

    /** @throws IllegalArgumentException where the record is none @throws java.time.DateTimeException likewise */
    static DecisionContext of(JsonNode stored) {
        JsonNode draw = stored.path("draw");
        return new DecisionContext(
                uuid(stored.path("id")),
                uuid(stored.path("declarationId")),
                stored.path("lineNo").isInt() ? stored.path("lineNo").intValue() : null,
                stored.path("decidedAt").isTextual()
                        ? Instant.parse(stored.path("decidedAt").textValue())
                        : null,
                asOf(stored.path("asOf")),
                date(draw.path("date")),
                inherited(draw.path("inheritedFrom")),
                stored.path("cause").isTextual()
                        ? DecisionContext.Cause.valueOf(stored.path("cause").textValue())
                        : null,
                uuid(stored.path("supersedes")),
                overruling(stored));
    }

    /** The last reasons of a decision by override. */
    private static Overruling overruling(JsonNode stored) {
        if (!DecisionContext.Cause.OVERRIDE.name().equals(stored.path("cause").textValue())) {
            return null;
        }
        JsonNode reasons = stored.path("reasons");
        List<String> effects = new ArrayList<>();
        for (int i = Math.max(0, reasons.size() - Overruling.EFFECTS); i < reasons.size(); i++) {
            effects.add(reasons.path(i).path("effect").asText());
        }
        return Overruling.of(effects);
    }

    private static AsOf asOf(JsonNode asOf) {
        return new AsOf(
                version(asOf.path("producer")),
                version(asOf.path("consignor")),
                versions(asOf.path("zones")),
                versions(asOf.path("warnings")));
    }

    private static SortedMap<String, Long> versions(JsonNode versions) {
        SortedMap<String, Long> read = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : versions.properties()) {
            read.put(entry.getKey(), entry.getValue().longValue());
        }
        return read;
    }

    private static Draw.Inherited inherited(JsonNode inherited) {
        if (!inherited.isObject()) {
            return null;
        }
        LocalDate date = date(inherited.path("date"));
        if (date == null) {
            throw new IllegalArgumentException("inheritedFrom has no date");
        }
        return new Draw.Inherited(
                uuid(inherited.path("declarationId")), inherited.path("lineNo").intValue(), date);
    }

    private static Long version(JsonNode node) {
        return node.isIntegralNumber() ? node.longValue() : null;
    }

    private static UUID uuid(JsonNode node) {
        return node.isTextual() ? UUID.fromString(node.textValue()) : null;
    }

    private static LocalDate date(JsonNode node) {
        return node.isTextual() ? LocalDate.parse(node.textValue()) : null;
    }
}
