package org.qualityzones.system.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All records of a topic, committed ones, from the earliest to the end at the time of asking. */
public record Topic(List<Event> events) {

    private static final Duration POLL = Duration.ofMillis(500);

    /** A record by its CloudEvents headers. @param version {@code ce_sequence} @param traceparent W3C trace context */
    public record Event(
            String topic, String id, String type, String key, long version, String requestId, String traceparent) {}

    public static Topic read(String bootstrapServers, String name) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Event> events = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(found -> events.add(event(found)));
            }
            return new Topic(events);
        }
    }

    /** Events of these keys, each id once: sending again after a crash is allowed, a second event is not. */
    public Topic about(Set<String> keys) {
        Set<String> seen = new HashSet<>();
        return new Topic(events.stream()
                .filter(event -> keys.contains(event.key()) && seen.add(event.id()))
                .toList());
    }

    public List<String> keysOf(String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(Event::key)
                .toList();
    }

    /** Keys whose versions do not come as 1, 2, 3 and so on. */
    public Set<String> outOfOrder() {
        Map<String, Long> last = new HashMap<>();
        Set<String> wrong = new HashSet<>();
        for (Event event : events) {
            if (event.version() != last.getOrDefault(event.key(), 0L) + 1) {
                wrong.add(event.key());
            }
            last.put(event.key(), event.version());
        }
        return wrong;
    }

    private static Event event(ConsumerRecord<String, byte[]> found) {
        return new Event(
                found.topic(),
                header(found, "ce_id"),
                header(found, "ce_type"),
                found.key(),
                Long.parseLong(header(found, "ce_sequence")),
                header(found, "ce_requestid"),
                header(found, "traceparent"));
    }

    private static String header(ConsumerRecord<String, byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
