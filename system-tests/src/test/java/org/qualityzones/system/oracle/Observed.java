package org.qualityzones.system.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * What is there, read past the services: from Kafka, the databases and the subscriber's own log.
 *
 * @param events of the topics in their order, each id once
 * @param states version of each aggregate at its owner, by topic and key
 * @param audits action and subject
 * @param dossier enterprise and event id
 * @param feed event ids
 * @param webhooks event ids, one entry for each webhook-id
 * @param copies versions that inspection-service keeps of a foreign aggregate, by topic and key
 * @param outcomes by declaration
 */
public record Observed(
        List<Topic.Event> events,
        Map<Expected.Stream, Long> states,
        List<String> audits,
        List<String> dossier,
        List<String> feed,
        List<String> webhooks,
        Map<Expected.Stream, List<Long>> copies,
        Map<String, String> outcomes) {

    private static final String ENTERPRISE = "qz_enterprise";
    private static final String INSPECTION = "qz_inspection";
    private static final String NOTIFICATION = "qz_notification";

    /** Everything about the enterprises and aggregates that the journeys know. */
    public static Observed about(SuiteUnderTest suite, Expected expected, Receiver receiver) {
        Tables tables = new Tables(suite);
        Set<String> keys = expected.keys();
        return new Observed(
                events(suite, expected.topics(), keys),
                states(tables, expected.enterprises()),
                audits(tables, expected.subjects()),
                tables.column(
                        ENTERPRISE,
                        "SELECT uscc || ' ' || event_id FROM dossier_entry WHERE uscc = ANY (?)",
                        expected.enterprises()),
                tables.column(NOTIFICATION, "SELECT event_id FROM feed WHERE subject = ANY (?)", keys),
                receiver.verified().stream()
                        .filter(webhook ->
                                keys.contains(webhook.data().path("subject").asText()))
                        .map(webhook -> webhook.data().path("id").asText())
                        .toList(),
                copies(tables, keys),
                tables.pairs(
                        INSPECTION,
                        "SELECT id::text, outcome FROM declaration WHERE consignor = ANY (?)",
                        expected.enterprises()));
    }

    private static List<Topic.Event> events(SuiteUnderTest suite, Set<String> topics, Set<String> keys) {
        return topics.stream()
                .flatMap(topic -> Topic.read(suite.env("KAFKA_BOOTSTRAP"), topic).about(keys).events().stream())
                .toList();
    }

    private static Map<Expected.Stream, Long> states(Tables tables, Set<String> usccs) {
        Map<Expected.Stream, Long> states = new LinkedHashMap<>();
        List.of(
                        new String[] {ENTERPRISE, "qz.enterprise", "enterprise WHERE uscc", "uscc"},
                        new String[] {INSPECTION, "qz.declaration", "declaration WHERE consignor", "id"},
                        new String[] {INSPECTION, "qz.inspection", "inspection WHERE producer", "id"},
                        new String[] {INSPECTION, "qz.inspection", "corrective_action WHERE producer", "id"},
                        new String[] {NOTIFICATION, "qz.risk-warning", "risk_warning WHERE uscc", "id"},
                        new String[] {
                            NOTIFICATION,
                            "qz.alert",
                            "alert JOIN alert_key ON alert_id = id AND kind = 'uscc' WHERE alert_key.key",
                            "id"
                        })
                .forEach(of -> tables.pairs(
                                of[0], "SELECT " + of[3] + "::text, version FROM " + of[2] + " = ANY (?)", usccs)
                        .forEach((key, version) ->
                                states.put(new Expected.Stream(of[1], key), Long.parseLong(version))));
        return states;
    }

    private static List<String> audits(Tables tables, Set<String> subjects) {
        List<String> audits = new ArrayList<>();
        for (String database : List.of(ENTERPRISE, INSPECTION, NOTIFICATION)) {
            audits.addAll(tables.column(
                    database, "SELECT action || ' ' || subject FROM audit_entry WHERE subject = ANY (?)", subjects));
        }
        return audits;
    }

    private static Map<Expected.Stream, List<Long>> copies(Tables tables, Set<String> keys) {
        Map<Expected.Stream, List<Long>> copies = new LinkedHashMap<>();
        tables.pairs(
                        INSPECTION,
                        "SELECT kind || ' ' || key, string_agg(version::text, ' ' ORDER BY version)"
                                + " FROM state_version WHERE key = ANY (?) GROUP BY kind, key",
                        keys)
                .forEach((name, versions) -> {
                    String[] parts = name.split(" ", 2);
                    copies.put(
                            new Expected.Stream(parts[0], parts[1]),
                            List.of(versions.split(" ")).stream()
                                    .map(Long::valueOf)
                                    .toList());
                });
        return copies;
    }
}
