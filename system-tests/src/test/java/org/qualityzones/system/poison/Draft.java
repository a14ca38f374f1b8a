package org.qualityzones.system.poison;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record that could be taken in, to be spoilt in one place. */
final class Draft {

    private byte[] key;
    private byte[] value;
    private final Map<String, String> headers;

    Draft(String uscc) {
        key = uscc.getBytes(StandardCharsets.UTF_8);
        value = """
                {"change":{},"state":{"uscc":"%s"},"version":9,
                 "validFrom":"2026-11-20T00:00:00Z","recordedAt":"2026-11-20T00:00:00Z"}""".formatted(uscc).getBytes(StandardCharsets.UTF_8);
        headers = new TreeMap<>(Map.of(
                "ce_id", UUID.randomUUID().toString(),
                "ce_type", "org.qualityzones.enterprise.amended.v1",
                "ce_source", "/fault",
                "ce_subject", uscc,
                "ce_time", "2026-11-20T00:00:00Z",
                "ce_specversion", "1.0",
                "ce_sequence", "9",
                "content-type", "application/json"));
    }

    void withoutKey() {
        key = null;
    }

    void appendToKey(byte[] more) {
        byte[] longer = Arrays.copyOf(key, key.length + more.length);
        System.arraycopy(more, 0, longer, key.length, more.length);
        key = longer;
    }

    void value(byte[] other) {
        value = other;
    }

    void value(String other) {
        value(other.getBytes(StandardCharsets.UTF_8));
    }

    void change(String part, String other) {
        String text = new String(value, StandardCharsets.UTF_8);
        if (!text.contains(part)) {
            throw new IllegalArgumentException("No " + part + " in " + text);
        }
        value(text.replace(part, other));
    }

    void header(String name, String other) {
        headers.put(name, other);
    }

    void without(String header) {
        headers.remove(header);
    }

    ProducerRecord<byte[], byte[]> record(String topic) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
