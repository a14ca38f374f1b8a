package org.qualityzones.messaging.relay;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.qualityzones.messaging.MessagingConfig;

/** Makes clients of the broker that {@code kafka.*} names, each bounded in how long it waits for a broker that is away. */
@ApplicationScoped
class KafkaLink {

    private static final int METADATA_PATIENCE_MS = 3_000;

    /** Whoever sends flushes: until then records wait for those sent with them, so that a wave is one request. */
    private static final int UNTIL_FLUSHED_MS = 5;

    private static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    private final Map<String, Object> broker;
    private final MessagingConfig config;

    KafkaLink(@Identifier("default-kafka-broker") Map<String, Object> broker, MessagingConfig config) {
        this.broker = broker;
        this.config = config;
    }

    Producer<String, byte[]> producer() {
        int timeout = Math.toIntExact(config.relay().deliveryTimeout().toMillis());
        Map<String, Object> settings = settings("relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, UNTIL_FLUSHED_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, timeout / 2));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_PATIENCE_MS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        Map<String, Object> settings = settings("relay-admin");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, METADATA_PATIENCE_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, METADATA_PATIENCE_MS);
        return Admin.create(settings);
    }

    /** A reader without a group: it is told its partitions. */
    KafkaConsumer<String, byte[]> reader(String purpose) {
        Map<String, Object> settings = settings(purpose);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, METADATA_PATIENCE_MS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, METADATA_PATIENCE_MS);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> settings(String purpose) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, config.service() + "-" + purpose);
        settings.put(
                CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                config.relay().maxBackoff().toMillis());
        settings.put(
                CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG,
                Duration.ofSeconds(3).toMillis());
        return settings;
    }
}
