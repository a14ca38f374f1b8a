package org.qualityzones.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads what an event is about from the names of its state's fields, so that a new event of another service needs no
 * change here. Text that is not of the field's form is left out.
 */
final class KeyReader {

    private static final int MAX_DEPTH = 6;
    private static final int MAX_KEYS = 500;
    private static final Pattern USCC = Pattern.compile("[0-9A-Z]{18}");
    private static final Pattern ZONE = Pattern.compile("[a-z][a-z0-9-]{2,63}");
    private static final Pattern AREA = Pattern.compile("[0-9]{6}");
    private static final Pattern HS = Pattern.compile("[0-9]{2,10}");

    private enum Kind {
        USCC(KeyReader.USCC),
        ZONE(KeyReader.ZONE),
        AREA(KeyReader.AREA),
        HS(KeyReader.HS);

        private final Pattern form;

        Kind(Pattern form) {
            this.form = form;
        }
    }

    private static final Map<String, Kind> FIELDS = Map.ofEntries(
            Map.entry("uscc", Kind.USCC),
            Map.entry("usccs", Kind.USCC),
            Map.entry("consignor", Kind.USCC),
            Map.entry("producer", Kind.USCC),
            Map.entry("agent", Kind.USCC),
            Map.entry("agentUscc", Kind.USCC),
            Map.entry("holder", Kind.USCC),
            Map.entry("roll", Kind.USCC),
            Map.entry("zone", Kind.ZONE),
            Map.entry("zones", Kind.ZONE),
            Map.entry("zoneCode", Kind.ZONE),
            Map.entry("areaCode", Kind.AREA),
            Map.entry("areas", Kind.AREA),
            Map.entry("placeOfProduction", Kind.AREA),
            Map.entry("hs", Kind.HS),
            Map.entry("hsCode", Kind.HS),
            Map.entry("hsCodes", Kind.HS),
            Map.entry("hsPrefix", Kind.HS),
            Map.entry("hsPrefixes", Kind.HS));

    private final TreeSet<String> usccs = new TreeSet<>();
    private final TreeSet<String> zones = new TreeSet<>();
    private final TreeSet<String> areas = new TreeSet<>();
    private final TreeSet<String> hsCodes = new TreeSet<>();

    private KeyReader() {}

    /**
     * @param topic where the event came from
     * @param subject the aggregate's key; the code of a zone, {@code zone/uscc} of a membership
     */
    static FeedKeys read(String topic, String subject, JsonNode state) {
        KeyReader reader = new KeyReader();
        switch (topic) {
            case "qz.zone" -> reader.add(Kind.ZONE, subject);
            case "qz.enterprise" -> reader.add(Kind.USCC, subject);
            case "qz.membership" -> reader.addMembership(subject);
            default -> {}
        }
        reader.walk(state, 0);
        return new FeedKeys(
                List.copyOf(reader.usccs),
                List.copyOf(reader.zones),
                List.copyOf(reader.areas),
                List.copyOf(reader.hsCodes),
                severity(topic, state));
    }

    private static Optional<Severity> severity(String topic, JsonNode state) {
        return switch (topic) {
            case "qz.risk-warning" ->
                Severity.ofWarningLevel(state.path("level").asInt());
            case "qz.alert" ->
                Severity.ofRiskLevel(state.path("risk").path("level").asText());
            default -> Optional.empty();
        };
    }

    private void addMembership(String subject) {
        int slash = subject.indexOf('/');
        if (slash > 0) {
            add(Kind.ZONE, subject.substring(0, slash));
            add(Kind.USCC, subject.substring(slash + 1));
        }
    }

    private void walk(JsonNode node, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> walk(element, depth + 1));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Kind kind = FIELDS.get(field.getKey());
            if (kind != null) {
                addAll(kind, field.getValue());
            }
            walk(field.getValue(), depth + 1);
        }
    }

    private void addAll(Kind kind, JsonNode value) {
        if (value.isTextual()) {
            add(kind, value.asText());
        }
        if (value.isArray()) {
            value.forEach(element -> addAll(kind, element));
        }
    }

    private void add(Kind kind, String text) {
        TreeSet<String> target =
                switch (kind) {
                    case USCC -> usccs;
                    case ZONE -> zones;
                    case AREA -> areas;
                    case HS -> hsCodes;
                };
        if (target.size() < MAX_KEYS && kind.form.matcher(text).matches()) {
            target.add(text);
        }
    }
}
