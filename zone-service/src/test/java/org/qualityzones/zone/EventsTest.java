package org.qualityzones.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.Topics;
import org.qualityzones.lifecycle.Journey;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Golden;
import org.qualityzones.testing.TestKafka;
import org.qualityzones.testing.WithServers;

/** What goes out on the topics and what comes in. */
@QuarkusTest
@WithServers("zone")
class EventsTest {
    private static final String MEMBER = "91330226256029085J";

    @BeforeEach
    void emptyDatabase() {
        Database.truncate();
    }

    @Test
    void shouldPublishEveryVersionInOrderWithTheWholeState() {
        String code = "zone-" + UUID.randomUUID().toString().substring(0, 8);
        Journey zone = new Journey(code);
        zone.imported("PROVINCIAL", "2030-05-31");
        zone.act(Callers.ningbo(), "suspend").statusCode(200);
        zone.act(Callers.ningbo(), "reinstate").statusCode(200);

        List<ConsumerRecord<String, byte[]>> events = published(Topics.ZONE, code, 3);

        assertThat(events)
                .extracting(event -> header(event, "ce_type"))
                .containsExactly(
                        "org.qualityzones.zone.created.v1",
                        "org.qualityzones.zone.status-changed.v1",
                        "org.qualityzones.zone.status-changed.v1");
        assertThat(events).extracting(event -> header(event, "ce_sequence")).containsExactly("1", "2", "3");
        assertThat(events).extracting(event -> header(event, "ce_subject")).containsOnly(code);
        Golden.assertMatches(
                "zone-status-changed",
                new String(events.get(1).value(), StandardCharsets.UTF_8),
                "id",
                "code",
                "validFrom",
                "recordedAt");
    }

    @Test
    void shouldJudgeAdmissionsByWhatEnterprisesTold() {
        Journey zone = new Journey("ninghai-stationery");
        zone.imported("PROVINCIAL", "");
        tellThatItMakesMachineTools();
        Awaitility.await()
                .until(() -> Database.number("select count(*) from state_version where kind = 'enterprise'") == 1);

        Api.post(
                        Callers.ningbo(),
                        "/api/v1/zones/ninghai-stationery/members",
                        "{\"uscc\":\"" + MEMBER + "\",\"since\":\"2020-01-01\"}")
                .statusCode(422)
                .body("rule", equalTo("product-in-industry"));
    }

    private static void tellThatItMakesMachineTools() {
        String data = """
                {"change":{},"state":{"uscc":"%s","areaCode":"330226","status":"ACTIVE",
                 "products":[{"hsCode":"8458110000"}],"version":1},"version":1,"validFrom":"%s","recordedAt":"%s"}""".formatted(MEMBER, Instant.now(), Instant.now());
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(Topics.ENTERPRISE, MEMBER, data.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", "org.qualityzones.enterprise.registered.v1");
        headers.put("ce_source", "/enterprise");
        headers.put("ce_subject", MEMBER);
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_sequence", "1");
        headers.put("content-type", "application/json");
        headers.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestKafka.ofThisJvm().bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            assertThat(producer.send(event)).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> published(String topic, String key, int count) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestKafka.ofThisJvm().bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    if (key.equals(event.key())) {
                        found.add(event);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
