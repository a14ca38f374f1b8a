package org.qualityzones.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.FieldsChanged;
import org.qualityzones.contracts.Heartbeat;
import org.qualityzones.contracts.Topics;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.TestKafka;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.RequestIds;

/** From a transaction over outbox, relay, broker and channel to an effect, with the real servers. */
@QuarkusTest
@WithServers("inspection")
class JourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Inject
    Effects effects;

    @Inject
    Freshness freshness;

    @Inject
    Clock clock;

    @TestHTTPResource(value = "/health/live", management = true)
    URI liveness;

    private String key;
    private Producer<String, byte[]> producer;

    @BeforeEach
    void open() {
        key = "key-" + UUID.randomUUID();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap(), "max.request.size", 4 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void shouldCarryACommittedEventToItsEffectUnderItsRequestId() {
        RequestIds.enter("request-42");

        QuarkusTransaction.requiringNew().run(() -> outbox.append(draft(key, 1)));

        await().atMost(PATIENCE)
                .until(() -> effects.of(DeclarationActs.NAME, key).equals(List.of(1L)));
        assertThat(Database.number(
                        "select count(*) from effect where key = '%s' and request_id = 'request-42'".formatted(key)))
                .isEqualTo(1);
    }

    @Test
    void shouldTellNothingOfATransactionThatRolledBack() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(draft(key, 1));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        QuarkusTransaction.requiringNew().run(() -> outbox.append(draft(key + "-committed", 1)));

        await().atMost(PATIENCE).until(() -> effects.of(DeclarationActs.NAME, key + "-committed")
                .equals(List.of(1L)));
        assertThat(effects.of(DeclarationActs.NAME, key)).isEmpty();
        assertThat(Database.number("select count(*) from outbox where key = '%s'".formatted(key)))
                .isZero();
    }

    @Test
    void shouldRefuseToAppendOutsideATransactionAndAVersionTwice() {
        assertThatThrownBy(() -> outbox.append(draft(key, 1))).isInstanceOf(TransactionalException.class);
        QuarkusTransaction.requiringNew().run(() -> outbox.append(draft(key, 1)));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.append(draft(key, 1))))
                .hasStackTraceContaining("outbox_topic_key_version_key");
    }

    @Test
    void shouldParkTwentyEightKindsOfPillsAndApplyEverythingElseInOrder() throws Exception {
        allowLargeRecords();
        String mark = "good-" + UUID.randomUUID() + "-";
        List<Records> stream = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (long version = 1; version <= 10; version++) {
                stream.add(Records.zone(mark + i, version));
            }
        }
        Random random = new Random(20261121);
        List<Integer> places = new ArrayList<>();
        Pills.all().forEach(pill -> places.add(random.nextInt(stream.size())));
        Collections.sort(places, Collections.reverseOrder());
        for (Pills pill : Pills.all()) {
            stream.add(places.removeFirst(), pill.of(Records.zone("pill-" + pill + "-" + UUID.randomUUID(), 1)));
        }
        long parkedBefore = Database.number("select count(*) from parked_letter where consumer = 'zone-facts'");

        for (Records one : stream) {
            send(one);
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            for (int i = 0; i < 20; i++) {
                assertThat(effects.of(ZoneFacts.NAME, mark + i))
                        .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
            }
            assertThat(Database.number("select count(*) from parked_letter where consumer = 'zone-facts'"))
                    .isEqualTo(parkedBefore + Pills.all().size());
        });
        RestAssured.given().get(liveness).then().statusCode(200);
        String copies = Topics.deadLetters(Topics.ZONE, ZoneFacts.NAME);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Database.number("select count(*) from parked_letter where copied_at is null"))
                .isZero());
        assertThat(reasonsOn(copies))
                .containsAll(Pills.all().stream().map(pill -> pill.reason).toList());
    }

    @Test
    void shouldBeStaleWithoutAHeartbeatAndCurrentOnceItHasAppliedUpToOne() {
        Database.truncate();
        for (int i = 0; i < 30; i++) {
            send(Records.zone(key + "-" + i, 1));
        }
        await("a quiet owner counts as stale").atMost(PATIENCE).until(() -> freshness.isStale(Topics.ZONE));

        await().atMost(PATIENCE).until(() -> {
            send(heartbeat(0));
            return !freshness.isStale(Topics.ZONE);
        });
        await("it is stale again when heartbeats stop").atMost(PATIENCE).until(() -> freshness.isStale(Topics.ZONE));

        send(heartbeat(1));
        Instant sent = clock.instant();
        await("not current while a record is missing")
                .atMost(PATIENCE)
                .during(Duration.ofSeconds(2))
                .until(() -> freshness.isStale(Topics.ZONE));
        assertThat(freshness.currentAt(Topics.ZONE)).isBefore(sent);
    }

    /** As the owner's relay would tell, plus some offsets that no record has. */
    private ProducerRecord<String, byte[]> heartbeat(long beyond) {
        Map<String, Long> ends = new TreeMap<>();
        try (var reader = reader()) {
            List<TopicPartition> partitions = partitions(reader, Topics.ZONE);
            reader.endOffsets(partitions)
                    .forEach((partition, end) -> ends.put(Integer.toString(partition.partition()), end + beyond));
        }
        return new ProducerRecord<>(
                Topics.HEARTBEAT, Topics.ZONE, EventJson.bytes(new Heartbeat(Topics.ZONE, ends, clock.instant())));
    }

    private void send(Records event) {
        var record = new ProducerRecord<>(event.topic(), event.key(), event.value());
        event.headers().forEach((name, value) -> record.headers().add(name, value));
        send(record);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void allowLargeRecords() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ZONE);
            var large = new AlterConfigOp(
                    new ConfigEntry("max.message.bytes", Integer.toString(4 * 1024 * 1024)), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(large))).all().get();
        }
    }

    private static List<String> reasonsOn(String topic) {
        try (var reader = reader()) {
            List<TopicPartition> partitions = partitions(reader, topic);
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            List<String> reasons = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(Duration.ofMillis(200))
                        .forEach(record -> reasons.add(new String(
                                record.headers().lastHeader("qz_reason").value(), UTF_8)));
            }
            return reasons;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> reader, String topic) {
        return reader.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static KafkaConsumer<String, byte[]> reader() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap(), "max.partition.fetch.bytes", 8 * 1024 * 1024),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static EventDraft draft(String key, long version) {
        return new EventDraft(
                Topics.DECLARATION,
                key,
                EventTypes.DECLARATION_DECIDED,
                version,
                Instant.parse("2026-11-21T08:30:00Z"),
                new FieldsChanged(List.of()),
                Map.of("id", key));
    }

    private static String bootstrap() {
        return TestKafka.ofThisJvm().bootstrapServers();
    }
}
