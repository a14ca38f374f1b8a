package org.qualityzones.contracts;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;

/** The text of {@code docs/events.md}. */
final class EventsPage {

    private static final List<String> SERVICES = List.of("zone", "enterprise", "inspection", "notification");
    private static final String HEAD = """
            # Events

            Generated from the records of platform/contracts by `EventsPageTest`, which fails when this page is out of date.
            The same as a machine reads it: `platform/contracts/src/main/resources/asyncapi.yaml`, served by the gateway.

            CloudEvents 1.0 on Kafka in binary mode: headers `ce_id`, `ce_type`, `ce_source`, `ce_subject`, `ce_time`,
            `ce_specversion`, `ce_sequence`, `ce_requestid`, `content-type` and the W3C `traceparent`. The record key is
            the key of the aggregate, so that its events keep their order. Data:

            ```json
            {"change": {}, "state": {}, "version": 7, "validFrom": "…", "recordedAt": "…"}
            ```

            `change` says what happened, `state` is the aggregate's whole public state after it, `version` counts its
            changes from 1. Events carry no personal data. Records are only ever added to: ignore types and fields that
            you do not know, take an absent field as null. An event may arrive twice; `ce_id` tells.

            Topics of facts have %d partitions, are never compacted and keep everything. What a consumer cannot take in is
            parked by it and copied to `<topic>.<consumer>.dlq`.
            """.formatted(Topics.PARTITIONS);

    private final SourceDocs docs = new SourceDocs(Path.of("src/main/java/org/qualityzones/contracts"));
    private final StringBuilder page = new StringBuilder(HEAD);
    private final SequencedSet<Class<?>> changes = new LinkedHashSet<>();
    private final Set<Class<?>> described = new HashSet<>();

    private EventsPage() {}

    static String text() {
        EventsPage page = new EventsPage();
        Topics.FACTS.forEach(page::topic);
        page.heartbeat();
        page.changes();
        return page.page.toString();
    }

    private void topic(String topic) {
        List<EventContract> contracts = EventContracts.ALL.stream()
                .filter(contract -> contract.topic().equals(topic))
                .toList();
        if (contracts.isEmpty()) {
            return;
        }
        page.append("\n## ").append(topic).append("\n\nPublished by ").append(owner(topic));
        page.append("-service.\n\n| Type | When | `change` |\n|---|---|---|\n");
        for (EventContract contract : contracts) {
            changes.addAll(Records.within(contract.change()));
            page.append("| `%s` | %s | [%s](#%s) |\n"
                    .formatted(
                            contract.type(),
                            contract.summary(),
                            Records.nameOf(contract.change()),
                            anchor(contract.change())));
        }
        Records.within(contracts.getFirst().state()).stream()
                .filter(described::add)
                .forEach(this::record);
    }

    private static String owner(String topic) {
        return SERVICES.stream()
                .filter(service -> Topics.ownedBy(service).contains(topic))
                .findFirst()
                .orElseThrow();
    }

    private void heartbeat() {
        page.append("\n## ").append(Topics.HEARTBEAT).append("\n\n`").append(EventTypes.HEARTBEAT);
        page.append("`, told by each owner every few seconds, kept for an hour; its data is this alone.\n");
        record(Heartbeat.class);
    }

    private void changes() {
        page.append("\n## Changes\n");
        changes.stream().filter(described::add).forEach(this::record);
    }

    private void record(Class<?> type) {
        page.append("\n### ").append(Records.nameOf(type)).append("\n\n");
        if (!docs.of(type).isEmpty()) {
            page.append(docs.of(type)).append("\n\n");
        }
        page.append("| Field | Type | |\n|---|---|---|\n");
        page.append(Records.componentsOf(type).stream()
                .map(component -> "| `%s` | %s | %s |"
                        .formatted(
                                ContractJson.wireName(component.getName()),
                                typeOf(component),
                                docs.of(type, component.getName())))
                .collect(joining("\n", "", "\n")));
    }

    private static String typeOf(RecordComponent component) {
        Class<?> element = Records.elementOf(component);
        String one = element.isRecord()
                ? "[%s](#%s)".formatted(Records.nameOf(element), anchor(element))
                : nameOf(element.getSimpleName());
        return component.getType() == List.class ? "list of " + one : one;
    }

    private static String nameOf(String javaType) {
        return switch (javaType) {
            case "String" -> "text";
            case "Instant" -> "instant (RFC 3339)";
            case "LocalDate" -> "day";
            case "int", "Integer", "long", "Long" -> "integer";
            case "Map" -> "map of integers";
            default -> javaType.toLowerCase(Locale.ROOT);
        };
    }

    private static String anchor(Class<?> type) {
        return Records.nameOf(type).toLowerCase(Locale.ROOT);
    }
}
