package org.qualityzones.system.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
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
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
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

    /** Has a topic take records of up to so many bytes. */
    public void allowBytes(String topic, int bytes) {
        var larger = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
        var change = Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), (Collection<AlterConfigOp>)
                List.of(new AlterConfigOp(larger, AlterConfigOp.OpType.SET)));
        ask(admin -> admin.incrementalAlterConfigs(change).all().get());
    }

    /** Sends records as they are, of any size; answers where each came to lie. */
    public List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Integer.MAX_VALUE);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            List<RecordMetadata> places = new ArrayList<>();
            for (Future<RecordMetadata> one : sent) {
                places.add(one.get());
            }
            return places;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has every group of consumers, none of which may run, begin again with the earliest records; answers how many groups. */
    public int setBack() {
        return ask(admin -> {
            var groups = admin.listGroups().all().get();
            for (var group : groups) {
                Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, group.groupId());
                Map<TopicPartition, OffsetAndMetadata> earliest = new HashMap<>();
                offsets(admin, committed.keySet(), OffsetSpec.earliest())
                        .forEach((partition, offset) -> earliest.put(partition, new OffsetAndMetadata(offset)));
                admin.alterConsumerGroupOffsets(group.groupId(), earliest).all().get();
            }
            return groups.size();
        });
    }

    /** Records that some group has not yet committed. */
    public long lag() {
        return ask(admin -> {
            long lag = 0;
            for (var group : admin.listGroups().all().get()) {
                Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, group.groupId());
                Map<TopicPartition, Long> ends = offsets(admin, committed.keySet(), OffsetSpec.latest());
                for (var one : committed.entrySet()) {
                    lag += ends.get(one.getKey())
                            - (one.getValue() == null ? 0 : one.getValue().offset());
                }
            }
            return lag;
        });
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
            throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, Set<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(partitions.stream().collect(Collectors.toMap(one -> one, _ -> which)))
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private <T> T ask(Question<T> question) {
        try (Admin admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return question.to(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Question<T> {
        T to(Admin admin) throws InterruptedException, ExecutionException;
    }

    /** All records of the topics from the earliest to the end at the time of asking. */
    public List<ConsumerRecord<byte[], byte[]>> recorded(List<String> topics) {
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
