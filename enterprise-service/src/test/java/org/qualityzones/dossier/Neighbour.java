package org.qualityzones.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.qualityzones.testing.TestKafka;

/** Another service: publishes events as its relay would. */
final class Neighbour {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Neighbour() {}

    /** @return id of the event */
    static String tells(String topic, String type, String key, Map<String, Object> state, long version) {
        String id = UUID.randomUUID().toString();
        repeats(id, topic, type, key, state, version);
        return id;
    }

    static void repeats(String id, String topic, String type, String key, Map<String, Object> state, long version) {
        tells(id, topic, type, key, Map.of(), state, version);
    }

    static void tells(
            String id,
            String topic,
            String type,
            String key,
            Map<String, Object> change,
            Map<String, Object> state,
            long version) {
        String now = Instant.now().toString();
        Map<String, Object> data =
                Map.of("change", change, "state", state, "version", version, "validFrom", now, "recordedAt", now);
        Map<String, Object> config =
                Map.of("bootstrap.servers", TestKafka.ofThisJvm().bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(data));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id,
                            "ce_type",
                            type,
                            "ce_source",
                            "urn:qualityzones:neighbour",
                            "ce_subject",
                            key,
                            "ce_time",
                            now,
                            "ce_sequence",
                            Long.toString(version),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (JsonProcessingException | ExecutionException failure) {
            throw new IllegalStateException("Cannot publish on " + topic, failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interruption);
        }
    }
}
