package org.qualityzones.enterprise;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.TestKafka;

/** Reads a topic from its start, as an outsider would; tests before this one are told apart by the outbox of now. */
final class TopicReader {
    private final String topic;

    private TopicReader(String topic) {
        this.topic = topic;
    }

    static TopicReader of(String topic) {
        return new TopicReader(topic);
    }

    /** Waits for the version of the key that this test made, and returns it. */
    Told last(String key, long version) {
        List<Told> found = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            found.clear();
            found.addAll(ours(key));
            return !found.isEmpty() && found.getLast().version() == version;
        });
        return found.getLast();
    }

    List<String> typesOf(String key) {
        return ours(key).stream().map(Told::type).toList();
    }

    private List<Told> ours(String key) {
        return read(key).stream()
                .filter(told ->
                        Database.number("select count(*) from outbox where id::text = '" + told.id() + "'") == 1)
                .toList();
    }

    private List<Told> read(String key) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", TestKafka.ofThisJvm().bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Told> told = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(record.key())) {
                        told.add(Told.of(record));
                    }
                }
            }
            return told;
        }
    }

    /** One event as it lies on the topic. */
    record Told(String id, String type, long version, String json) {

        static Told of(ConsumerRecord<String, byte[]> record) {
            return new Told(
                    header(record, "ce_id"),
                    header(record, "ce_type"),
                    Long.parseLong(header(record, "ce_sequence")),
                    new String(record.value(), StandardCharsets.UTF_8));
        }

        private static String header(ConsumerRecord<String, byte[]> record, String name) {
            return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }
    }
}
