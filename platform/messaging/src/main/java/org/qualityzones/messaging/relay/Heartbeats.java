package org.qualityzones.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.Heartbeat;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.CloudEvents;
import org.qualityzones.messaging.EventJson;

/** Tells how far the owned topics reach at an instant up to which all that was recorded is published. */
final class Heartbeats {

    private final Producer<String, byte[]> producer;
    private final Admin admin;
    private final String source;
    private final List<String> topics;
    private final Duration every;
    private final Duration patience;
    private Instant last = Instant.MIN;

    Heartbeats(
            Producer<String, byte[]> producer,
            Admin admin,
            String source,
            List<String> topics,
            Duration every,
            Duration patience) {
        this.producer = producer;
        this.admin = admin;
        this.source = source;
        this.topics = topics;
        this.every = every;
        this.patience = patience;
    }

    /** Sends one heartbeat for each topic that exists unless the last ones are recent. */
    void tell(Instant completeAt) throws InterruptedException, ExecutionException, TimeoutException {
        if (topics.isEmpty() || completeAt.isBefore(last.plus(every))) {
            return;
        }
        Map<String, Map<String, Long>> ends = endOffsets();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        ends.forEach((topic, offsets) -> sent.add(producer.send(record(new Heartbeat(topic, offsets, completeAt)))));
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            one.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        last = completeAt;
    }

    private Map<String, Map<String, Long>> endOffsets()
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (var topic : admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                topic.getValue()
                        .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .partitions()
                        .forEach(partition -> wanted.put(
                                new TopicPartition(topic.getKey(), partition.partition()), OffsetSpec.latest()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        var offsets = admin.listOffsets(wanted).all().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        Map<String, Map<String, Long>> ends = new HashMap<>();
        offsets.forEach((partition, end) -> ends.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(Integer.toString(partition.partition()), end.offset()));
        return ends;
    }

    private ProducerRecord<String, byte[]> record(Heartbeat heartbeat) {
        var event = new ProducerRecord<>(Topics.HEARTBEAT, heartbeat.topic(), EventJson.bytes(heartbeat));
        var headers = event.headers();
        Map.of(
                        CloudEvents.SPEC_VERSION,
                        "1.0",
                        CloudEvents.ID,
                        UUID.randomUUID().toString(),
                        CloudEvents.TYPE,
                        EventTypes.HEARTBEAT,
                        CloudEvents.SOURCE,
                        source,
                        CloudEvents.SUBJECT,
                        heartbeat.topic(),
                        CloudEvents.TIME,
                        heartbeat.at().toString(),
                        CloudEvents.CONTENT_TYPE,
                        "application/json")
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return event;
    }
}
