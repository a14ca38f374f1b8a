package org.qualityzones.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.qualityzones.contracts.Topics;

/** The topics of the contracts, made where they are missing. */
final class KafkaTopics {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String FOREVER = "-1";
    private static final short ONE_REPLICA = 1;

    private KafkaTopics() {}

    static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            List<NewTopic> missing = all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalException("Cannot create the topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while the topics were created", e);
        }
    }

    private static List<NewTopic> all() {
        List<NewTopic> topics = new ArrayList<>();
        Topics.FACTS.forEach(name -> topics.add(topic(name, FOREVER)));
        topics.add(topic(Topics.HEARTBEAT, Long.toString(Topics.HEARTBEAT_RETENTION_MS)));
        return topics;
    }

    private static NewTopic topic(String name, String retention) {
        return new NewTopic(name, Topics.PARTITIONS, ONE_REPLICA)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        retention));
    }
}
