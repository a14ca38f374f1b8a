package org.qualityzones.contracts;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;

/** Describes topics, messages and records in AsyncAPI 3.0. */
final class AsyncApi {

    private static final Map<String, Object> ENVELOPE = Map.of("$ref", "#/components/messageTraits/cloudEvent");

    private AsyncApi() {}

    static Map<String, Object> describe() {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        SequencedSet<Class<?>> records = new LinkedHashSet<>();
        for (String topic : Topics.FACTS) {
            List<EventContract> contracts = EventContracts.ALL.stream()
                    .filter(contract -> contract.topic().equals(topic))
                    .toList();
            if (contracts.isEmpty()) {
                continue;
            }
            Map<String, Object> carried = new LinkedHashMap<>();
            for (EventContract contract : contracts) {
                carried.put(contract.type(), ref("messages", contract.type()));
                messages.put(contract.type(), message(contract));
                records.addAll(Records.within(contract.change()));
                records.addAll(Records.within(contract.state()));
            }
            channels.put(topic, map("address", topic, "messages", carried));
            operations.put("publish." + topic, map("action", "send", "channel", map("$ref", "#/channels/" + topic)));
        }
        channels.put(
                Topics.HEARTBEAT,
                map(
                        "address",
                        Topics.HEARTBEAT,
                        "messages",
                        map(EventTypes.HEARTBEAT, ref("messages", EventTypes.HEARTBEAT))));
        operations.put(
                "publish." + Topics.HEARTBEAT,
                map("action", "send", "channel", map("$ref", "#/channels/" + Topics.HEARTBEAT)));
        messages.put(EventTypes.HEARTBEAT, heartbeat());
        records.add(Heartbeat.class);
        Map<String, Object> schemas = new LinkedHashMap<>();
        records.stream()
                .sorted((a, b) -> Records.nameOf(a).compareTo(Records.nameOf(b)))
                .forEach(type -> schemas.put(Records.nameOf(type), schema(type)));
        return map(
                "asyncapi",
                "3.0.0",
                "info",
                info(),
                "defaultContentType",
                "application/json",
                "channels",
                channels,
                "operations",
                operations,
                "components",
                map("messages", messages, "messageTraits", map("cloudEvent", cloudEvent()), "schemas", schemas));
    }

    private static Map<String, Object> info() {
        return map(
                "title",
                "Qualityzones events",
                "version",
                "1.0.0",
                "description",
                "CloudEvents 1.0 on Kafka, binary mode. The record key is the aggregate's key. Data says what changed and carries "
                        + "the aggregate's whole public state after it. Additive only: ignore fields and types that you do not know.");
    }

    private static Map<String, Object> message(EventContract contract) {
        Map<String, Object> properties = map(
                "change", ref("schemas", Records.nameOf(contract.change())),
                "state", ref("schemas", Records.nameOf(contract.state())),
                "version", map("type", "integer", "format", "int64", "description", "The aggregate's version, from 1"),
                "validFrom", instant("From when the state is in force"),
                "recordedAt", instant("When the change was recorded"));
        return map(
                "name", contract.type(),
                "summary", contract.summary(),
                "traits", List.of(ENVELOPE),
                "payload",
                        map(
                                "type",
                                "object",
                                "required",
                                List.of("change", "state", "version", "validFrom", "recordedAt"),
                                "properties",
                                properties));
    }

    private static Map<String, Object> heartbeat() {
        return map(
                "name",
                EventTypes.HEARTBEAT,
                "summary",
                "All that an owner had recorded before an instant lies before these offsets of its topic.",
                "traits",
                List.of(ENVELOPE),
                "payload",
                ref("schemas", Records.nameOf(Heartbeat.class)));
    }

    private static Map<String, Object> cloudEvent() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", map("type", "string", "const", "1.0"));
        headers.put("ce_id", text("Unique"));
        headers.put("ce_type", text("Name of the message"));
        headers.put("ce_source", text("urn:qualityzones:<service>"));
        headers.put("ce_subject", text("The aggregate's key"));
        headers.put("ce_time", instant("When the change was recorded"));
        headers.put("ce_sequence", text("The aggregate's version, in digits"));
        headers.put("ce_requestid", text("The request that caused it"));
        headers.put("content-type", text("application/json"));
        headers.put("traceparent", text("W3C trace context"));
        return map("headers", map("type", "object", "properties", headers));
    }

    private static Map<String, Object> schema(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : Records.componentsOf(type)) {
            Map<String, Object> one = valueSchema(component);
            properties.put(
                    ContractJson.wireName(component.getName()),
                    component.getType() == List.class ? map("type", "array", "items", one) : one);
        }
        return map("type", "object", "properties", properties);
    }

    private static Map<String, Object> valueSchema(RecordComponent component) {
        Class<?> type = Records.elementOf(component);
        if (type.isRecord()) {
            return ref("schemas", Records.nameOf(type));
        }
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "string" -> map("type", "string");
            case "instant" -> map("type", "string", "format", "date-time");
            case "localdate" -> map("type", "string", "format", "date");
            case "boolean" -> map("type", "boolean");
            case "int", "integer" -> map("type", "integer", "format", "int32");
            case "long" -> map("type", "integer", "format", "int64");
            case "map" -> map("type", "object", "additionalProperties", map("type", "integer", "format", "int64"));
            default -> throw new IllegalArgumentException("components are not of " + type);
        };
    }

    private static Map<String, Object> ref(String kind, String name) {
        return map("$ref", "#/components/" + kind + "/" + name);
    }

    private static Map<String, Object> text(String description) {
        return map("type", "string", "description", description);
    }

    private static Map<String, Object> instant(String description) {
        return map("type", "string", "format", "date-time", "description", description);
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
