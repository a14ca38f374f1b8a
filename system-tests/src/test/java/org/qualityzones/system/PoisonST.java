package org.qualityzones.system;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Comparison.Check;
import org.qualityzones.system.oracle.Comparison.Finding;
import org.qualityzones.system.oracle.Looking;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * Records that no consumer can take in: each parked once by whoever acts on the topic, and other keys go on. They stay on the
 * topic, where no oracle can read them either: the checks that read topics come before.
 */
@Tag("A10")
@Order(60)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class PoisonST {

    private static final Duration HEALING = Duration.ofMinutes(2);
    private static final String TOPIC = "qz.enterprise";

    /** Consumers of the topic that act on its events, by the database of their service. */
    private static final Map<String, String> ACTING =
            Map.of("enterprise-feed", "qz_notification", "dossier-enterprise", "qz_enterprise");

    private static final String TYPE = "org.qualityzones.enterprise.amended.v1";

    private final SuiteUnderTest suite;
    private final Client bureau;
    private final String poisoned = CreditCode.random("330226");
    private final String good = CreditCode.random("330226");

    PoisonST(SuiteUnderTest suite) {
        this.suite = suite;
        this.bureau = new Callers(suite).as("BUREAU");
    }

    @Test
    void shouldParkEachPillOnceAndGoOn(CheckRun run) {
        List<Pill> pills = pills();
        new Replays(suite.env("KAFKA_BOOTSTRAP"))
                .send(pills.stream().map(Pill::record).toList());
        bureau.post("/api/v1/enterprises", Samples.enterprise(good)).expect(201);

        Tables tables = new Tables(suite);
        await("the good key is dealt with").atMost(HEALING).until(() -> !tables.copies(good)
                .isEmpty());
        run.runs(pills.size());
        run.faults(pills.size());
        new Looking(HEALING, run::found)
                .untilNothing("each pill is parked once by each that acts", () -> look(tables, pills));
    }

    private static List<Finding> look(Tables tables, List<Pill> pills) {
        Map<String, String> names = pills.stream().collect(Collectors.toMap(Pill::id, Pill::name));
        List<Finding> findings = new ArrayList<>();
        ACTING.forEach((consumer, database) -> findings.addAll(Comparison.differences(
                Check.PARKED,
                names.values().stream().map(pill -> consumer + ": " + pill).toList(),
                tables.parked(database, TOPIC, consumer).stream()
                        .filter(names::containsKey)
                        .map(id -> consumer + ": " + names.get(id))
                        .toList())));
        return findings;
    }

    /** One bad record, known by a header of its own. */
    private record Pill(String name, String id, ProducerRecord<byte[], byte[]> record) {}

    private List<Pill> pills() {
        String data = "{\"change\":{},\"state\":{\"uscc\":\"" + poisoned + "\"},\"version\":9,"
                + "\"validFrom\":\"2026-11-20T00:00:00Z\",\"recordedAt\":\"2026-11-20T00:00:00Z\"}";
        List<Pill> pills = new ArrayList<>();
        pills.add(pill("bad JSON", poisoned, bytes("{\"change\":"), Map.of()));
        pills.add(pill("not an object", poisoned, bytes("[1, 2]"), Map.of()));
        pills.add(pill("empty", poisoned, new byte[0], Map.of()));
        pills.add(pill("no value", poisoned, null, Map.of()));
        pills.add(pill("invalid UTF-8", poisoned, new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'}, Map.of()));
        pills.add(pill("no key", null, bytes(data), Map.of()));
        pills.add(pill("no state", poisoned, bytes("{\"change\":{},\"version\":9}"), Map.of()));
        pills.add(pill("version no number", poisoned, bytes(data), Map.of("ce_sequence", "nine")));
        pills.add(pill("version overflows", poisoned, bytes(data), Map.of("ce_sequence", "99999999999999999999")));
        pills.add(pill("no version", poisoned, bytes(data), Map.of("ce_sequence", "")));
        return pills;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Pill pill(String name, String key, byte[] value, Map<String, String> headers) {
        String id = UUID.randomUUID().toString();
        Map<String, String> all = new TreeMap<>(Map.of(
                "ce_id", id,
                "ce_type", TYPE,
                "ce_source", "/fault",
                "ce_subject", String.valueOf(key),
                "ce_time", "2026-11-20T00:00:00Z",
                "ce_specversion", "1.0",
                "ce_sequence", "9",
                "content-type", "application/json"));
        all.putAll(headers);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(TOPIC, key == null ? null : bytes(key), value);
        all.forEach((header, text) -> record.headers().add(header, bytes(text)));
        return new Pill(name, id, record);
    }
}
