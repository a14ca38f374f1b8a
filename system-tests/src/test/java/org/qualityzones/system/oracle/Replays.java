package org.qualityzones.system.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records sent again, and what the groups of consumers have still before them. */
public record Replays(String bootstrapServers) {

    private static final Duration POLL = Duration.ofMillis(500);

    /** Sends each record of the topics that has one of the keys again, once; answers how many. */
    public int sendAgain(List<String> topics, Set<String> keys) {
        List<ProducerRecord<byte[], byte[]>> copies = recorded(topics).stream()
                .filter(record ->
                        record.key() != null && keys.contains(new String(record.key(), StandardCharsets.UTF_8)))
                .map(Replays::copy)
                .toList();
        send(copies);
        return copies.size();
    }

    /**
     * Sends records of the topics again so often at most, at least once, shuffled over all keys; answers how many of each.
     *
     * @param mostOfTopic records of each topic, chosen at random where it has more
     */
    public Map<String, Integer> sendAgain(List<String> topics, int mostOfTopic, int mostCopies, Random random) {
        List<ConsumerRecord<byte[], byte[]>> chosen = new ArrayList<>(recorded(topics));
        Collections.shuffle(chosen, random);
        Map<String, Integer> ofTopic = new TreeMap<>();
        chosen.removeIf(record -> ofTopic.merge(record.topic(), 1, Integer::sum) > mostOfTopic);
        List<ProducerRecord<byte[], byte[]>> copies = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : chosen) {
            int times = random.nextInt(1, mostCopies + 1);
            for (int i = 0; i < times; i++) {
                copies.add(copy(record));
            }
        }
        Collections.shuffle(copies, random);
        send(copies);
        Map<String, Integer> sent = new TreeMap<>();
        copies.forEach(copy -> sent.merge(copy.topic(), 1, Integer::sum));
        return sent;
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value(), record.headers());
    }

    /** Sends records as they are. */
    public void send(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records that some group has not yet committed. */
    public long lag() {
        try (Admin admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            long lag = 0;
            for (var group : admin.listGroups().all().get()) {
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get();
                var ends = admin.listOffsets(committed.keySet().stream()
                                .collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest())))
                        .all()
                        .get();
                for (var one : committed.entrySet()) {
                    lag += ends.get(one.getKey()).offset()
                            - (one.getValue() == null ? 0 : one.getValue().offset());
                }
            }
            return lag;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> recorded(List<String> topics) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }
}
