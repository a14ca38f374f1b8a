package org.qualityzones.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.Topics;

/** Kafka records as a relay writes them, and spoiled ones. Offsets lie far above those of the real topics. */
final class Records {

    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000_000L);

    private final String topic;
    private final Map<String, byte[]> headers = new TreeMap<>();
    private String key;
    private byte[] value;
    private int partition;
    private long offset;

    private Records(String topic, String type, String key, long version) {
        this.topic = topic;
        this.key = key;
        this.value = data(version).getBytes(UTF_8);
        this.offset = OFFSETS.incrementAndGet();
        header(CloudEvents.ID, UUID.randomUUID().toString());
        header(CloudEvents.TYPE, type);
        header(CloudEvents.SUBJECT, key);
        header(CloudEvents.SEQUENCE, Long.toString(version));
        header(CloudEvents.REQUEST_ID, "request-of-" + key);
    }

    static Records zone(String key, long version) {
        return new Records(Topics.ZONE, EventTypes.ZONE_AMENDED, key, version);
    }

    static Records declaration(String key, long version) {
        return new Records(Topics.DECLARATION, EventTypes.DECLARATION_DECIDED, key, version);
    }

    static String data(long version) {
        return "{\"change\":{\"fields\":[]},\"state\":{\"name\":{\"zh\":\"宁海\"}},\"version\":%d,\"validFrom\":\"%s\",\"recordedAt\":\"%s\"}"
                .formatted(version, Instant.parse("2026-11-21T08:30:00Z"), Instant.parse("2026-11-21T08:30:01Z"));
    }

    Records header(String name, String text) {
        headers.put(name, text.getBytes(UTF_8));
        return this;
    }

    Records without(String header) {
        headers.remove(header);
        return this;
    }

    Records key(String other) {
        key = other;
        return this;
    }

    Records value(byte[] other) {
        value = other;
        return this;
    }

    Records value(String other) {
        return value(other.getBytes(UTF_8));
    }

    Records partition(int other) {
        partition = other;
        return this;
    }

    String key() {
        return key;
    }

    Map<String, byte[]> headers() {
        return headers;
    }

    byte[] value() {
        return value;
    }

    String topic() {
        return topic;
    }

    /** The same event, sent once more. */
    Records again() {
        offset = OFFSETS.incrementAndGet();
        return this;
    }

    /** What one poll gives. */
    static ConsumerRecords<String, byte[]> poll(List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(
                records.stream().collect(groupingBy(record -> new TopicPartition(record.topic(), record.partition()))),
                Map.of());
    }

    ConsumerRecord<String, byte[]> record() {
        var record = new ConsumerRecord<>(topic, partition, offset, key, value);
        headers.forEach((name, bytes) -> record.headers().add(name, bytes));
        return record;
    }
}
