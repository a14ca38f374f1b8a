package org.qualityzones.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.qualityzones.contracts.Topics;
import org.qualityzones.testing.TestKafka;

/** The other services: publish events as their relays would. */
public final class Neighbour {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Neighbour() {}

    /** A warning as it is after one of its events. @param scope may have null values */
    public static Map<String, Object> warning(String id, String measure, Map<String, String> scope, String until) {
        Map<String, Object> state = new HashMap<>();
        state.put("id", id);
        state.put("scope", scope);
        state.put("level", 1);
        state.put("measure", measure);
        state.put("from", "2020-01-01");
        state.put("until", until);
        state.put("status", "ACTIVE");
        state.put("reason", "sample");
        return state;
    }

    public static void issues(Map<String, Object> warning) {
        String id = (String) warning.get("id");
        tells(Topics.RISK_WARNING, "org.qualityzones.risk-warning.issued.v1", id, Map.of(), warning, 1);
    }

    public static void lifts(Map<String, Object> warning) {
        Map<String, Object> lifted = new HashMap<>(warning);
        lifted.put("status", "LIFTED");
        String id = (String) warning.get("id");
        tells(Topics.RISK_WARNING, "org.qualityzones.risk-warning.lifted.v1", id, Map.of(), lifted, 2);
    }

    /** An active enterprise of its code's area. */
    public static Map<String, Object> enterprise(String uscc) {
        Map<String, Object> state = new HashMap<>();
        state.put("uscc", uscc);
        state.put("areaCode", uscc.substring(2, 8));
        state.put("class", "UNCLASSIFIED");
        state.put("creditLevel", "UNRATED");
        state.put("status", "ACTIVE");
        state.put("suspension", null);
        return state;
    }

    public static Map<String, Object> suspended(String uscc, String until) {
        Map<String, Object> state = enterprise(uscc);
        Map<String, Object> suspension = new HashMap<>();
        suspension.put("scope", "ALL");
        suspension.put("from", "2020-01-01");
        suspension.put("until", until);
        state.put("suspension", suspension);
        return state;
    }

    public static void tellsOf(Map<String, Object> enterprise, long version) {
        tells(
                Topics.ENTERPRISE,
                "org.qualityzones.enterprise.status-changed.v1",
                (String) enterprise.get("uscc"),
                Map.of(),
                enterprise,
                version);
    }

    public static void tells(
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
                            UUID.randomUUID().toString(),
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
