package org.qualityzones.trial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.qualityzones.testing.TestKafka;

/** Events as other services publish them. */
public final class Facts {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.ofThisJvm().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    private Facts() {}

    /** Publishes one event and answers its id. */
    public static String publish(String topic, String key, String type, long version, String change, String state) {
        String id = UUID.randomUUID().toString();
        publish(id, topic, key, type, version, change, state);
        return id;
    }

    /** Publishes one event under a given id. */
    public static void publish(
            String id, String topic, String key, String type, long version, String change, String state) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String data = "{\"change\":" + change + ",\"state\":" + state + ",\"version\":" + version + ",\"validFrom\":\""
                + now + "\",\"recordedAt\":\"" + now + "\"}";
        ProducerRecord<String, byte[]> fact = new ProducerRecord<>(topic, key, data.getBytes(StandardCharsets.UTF_8));
        header(fact, "ce_id", id);
        header(fact, "ce_type", type);
        header(fact, "ce_source", "/test");
        header(fact, "ce_subject", key);
        header(fact, "ce_time", now.toString());
        header(fact, "ce_specversion", "1.0");
        header(fact, "ce_sequence", Long.toString(version));
        header(fact, "ce_requestid", "request-" + id);
        header(fact, "content-type", "application/json");
        try {
            PRODUCER.send(fact).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An enterprise was registered in an area. */
    public static String enterpriseRegistered(String uscc, String areaCode) {
        return publish(
                "qz.enterprise",
                uscc,
                "org.qualityzones.enterprise.registered.v1",
                1,
                "{\"origin\":\"API\"}",
                "{\"uscc\":\"" + uscc + "\",\"areaCode\":\"" + areaCode
                        + "\",\"name\":{\"en\":\"Sample\"},\"version\":1}");
    }

    private static void header(ProducerRecord<String, byte[]> fact, String name, String value) {
        fact.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
