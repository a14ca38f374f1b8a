package org.qualityzones.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.qualityzones.contracts.Topics;
import org.qualityzones.servers.KafkaServer;

/** The Kafka of this JVM's tests, with every topic of the suite, empty at first. */
public final class TestKafka {

    private final String bootstrapServers;

    private TestKafka(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The Kafka of this JVM, started now when it is not. */
    public static TestKafka ofThisJvm() {
        return new TestKafka(JvmMemory.remember("kafka", TestKafka::started));
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    private static String started() {
        KafkaServer server = KafkaServer.temporary();
        server.start();
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers()))) {
            List<NewTopic> topics = Stream.concat(Topics.FACTS.stream(), Stream.of(Topics.HEARTBEAT))
                    .map(name -> new NewTopic(name, Topics.PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the topics are created", interruption);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("Cannot create the topics", failure);
        }
        return server.bootstrapServers();
    }
}
