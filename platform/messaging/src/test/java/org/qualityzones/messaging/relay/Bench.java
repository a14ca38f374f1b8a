package org.qualityzones.messaging.relay;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.qualityzones.testing.ServersResource;
import org.qualityzones.testing.WithServers;
import org.qualityzones.tracing.Tracing;

/** A real database with the messaging tables and a real broker, without Quarkus around. */
final class Bench implements AutoCloseable {

    private static final Path SCHEMA = Path.of("src/main/resources/db/platform/V0_2__messaging.sql");

    private final AgroalDataSource pool;
    private final String bootstrap;

    private Bench(AgroalDataSource pool, String bootstrap) {
        this.pool = pool;
        this.bootstrap = bootstrap;
    }

    static Bench open(Class<?> test) throws SQLException, IOException {
        var servers = new ServersResource();
        servers.init(test.getAnnotation(WithServers.class));
        Map<String, String> config = servers.start();
        String url = config.get("quarkus.datasource.jdbc.url");
        String appRole = config.get("quarkus.datasource.username");
        try (var owner = DriverManager.getConnection(
                        url, config.get("quarkus.flyway.username"), config.get("quarkus.flyway.password"));
                var statement = owner.createStatement()) {
            statement.execute(
                    "drop schema public cascade; create schema public; grant usage on schema public to public");
            statement.execute(Files.readString(SCHEMA).replace("${appRole}", appRole));
        }
        Map<String, String> pool = new HashMap<>();
        pool.put("jdbcUrl", url + "?options=-c%20synchronous_commit=off");
        pool.put("principal", appRole);
        pool.put("credential", config.get("quarkus.datasource.password"));
        pool.put("maxSize", "40");
        pool.put("acquisitionTimeout_s", "30");
        return new Bench(
                AgroalDataSource.from(new AgroalPropertiesReader().readProperties(pool)),
                config.get("kafka.bootstrap.servers"));
    }

    DataSource dataSource() {
        return pool;
    }

    String bootstrap() {
        return bootstrap;
    }

    Map<String, Object> broker() {
        return Map.of("bootstrap.servers", bootstrap);
    }

    Producer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    Relay relay(Producer<String, byte[]> producer, int batch) {
        return new Relay(pool, new Waves(producer, "urn:qualityzones:test", Tracing.off()), Clock.systemUTC(), batch);
    }

    /** A topic of one's own with three partitions. */
    String newTopic() throws InterruptedException, ExecutionException {
        String topic = "test." + UUID.randomUUID();
        createTopics(bootstrap, topic);
        return topic;
    }

    static void createTopics(String bootstrap, String... names) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(names).stream()
                            .map(name -> new NewTopic(name, Optional.of(3), Optional.empty()))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** All records of a topic, in order within each partition. */
    List<ConsumerRecord<String, byte[]>> read(String topic) {
        return read(bootstrap, topic);
    }

    static List<ConsumerRecord<String, byte[]>> read(String bootstrap, String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "enable.auto.commit", false);
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> all = new java.util.ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
