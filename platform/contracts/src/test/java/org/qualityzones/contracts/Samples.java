package org.qualityzones.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Fills a record with one plausible value for each component: the first version of a golden file. */
final class Samples {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("zh", "宁海文具示范区"),
            Map.entry("en", "Ninghai stationery"),
            Map.entry("uscc", "91330226MA2AF00X04"),
            Map.entry("consignor", "91330226MA2AF00X04"),
            Map.entry("producer", "91330226MA2AF00X04"),
            Map.entry("agent", "91330203MA2AF00Y1T"),
            Map.entry("agentUscc", "91330203MA2AF00Y1T"),
            Map.entry("areaCode", "330226"),
            Map.entry("placeOfProduction", "330226"),
            Map.entry("destination", "DE"),
            Map.entry("hsCode", "9608100000"),
            Map.entry("hsPrefix", "9608"),
            Map.entry("hsPrefixes", "9608"),
            Map.entry("zone", "ninghai-stationery"),
            Map.entry("zoneCode", "ninghai-stationery"),
            Map.entry("class_", "CLASS_2"),
            Map.entry("creditLevel", "A"),
            Map.entry("status", "ACTIVE"),
            Map.entry("outcome", "SAMPLE"),
            Map.entry("mode", "GENERAL"),
            Map.entry("unit", "H87"),
            Map.entry("value", "50000"));

    private Samples() {}

    static Object of(Class<?> type) {
        try {
            Object[] values =
                    Records.componentsOf(type).stream().map(Samples::valueOf).toArray();
            Class<?>[] types = Records.componentsOf(type).stream()
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    /** Gives every object the fields that only the sample has. */
    static JsonNode addMissing(JsonNode kept, JsonNode sample) {
        if (kept instanceof ObjectNode object && sample.isObject()) {
            sample.properties().forEach(field -> {
                if (object.has(field.getKey())) {
                    addMissing(object.get(field.getKey()), field.getValue());
                } else {
                    object.set(field.getKey(), field.getValue());
                }
            });
        } else if (kept.isArray() && sample.isArray() && !sample.isEmpty()) {
            kept.forEach(element -> addMissing(element, sample.get(0)));
        }
        return kept;
    }

    private static Object valueOf(RecordComponent component) {
        Object value = valueOf(component.getName(), Records.elementOf(component));
        return component.getType() == List.class ? List.of(value) : value;
    }

    private static Object valueOf(String name, Class<?> type) {
        if (type.isRecord()) {
            return of(type);
        }
        if (type == Map.class) {
            return Map.of("0", 1L);
        }
        if (type == String.class) {
            return TEXTS.getOrDefault(name, name.endsWith("id") || name.endsWith("Id") ? id() : name);
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> Instant.parse("2026-11-21T08:30:00.123456Z");
            case "LocalDate" -> LocalDate.parse("2026-11-21");
            case "boolean", "Boolean" -> true;
            case "int", "Integer" -> 1;
            case "long", "Long" -> 7L;
            default -> throw new IllegalArgumentException("components are not of " + type + ": " + name);
        };
    }

    private static String id() {
        return "019ab3c0-7d2e-7000-8000-000000000001";
    }
}
