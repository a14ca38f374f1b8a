package org.qualityzones.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;
import org.qualityzones.contracts.Heartbeat;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.EventJson;
import org.qualityzones.messaging.Freshness;
import org.qualityzones.messaging.PoisonedEvent;
import org.qualityzones.messaging.support.Backoff;
import org.qualityzones.messaging.support.Trouble;

/** Hears every heartbeat from now on, on each instance that keeps copies; without a group, since none may be missed. */
@ApplicationScoped
class HeartbeatReader {

    private static final Logger LOG = Logger.getLogger(HeartbeatReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** Longer than a poll and the closing of the consumer take, which an interrupt would turn into an error in the log. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(4);

    private final KafkaLink kafka;
    private final Freshness freshness;
    private final Instance<EventConsumer> consumers;
    private final Trouble trouble = new Trouble(LOG, "reading heartbeats", Duration.ofSeconds(30));
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread;

    HeartbeatReader(KafkaLink kafka, Freshness freshness, @Any Instance<EventConsumer> consumers) {
        this.kafka = kafka;
        this.freshness = freshness;
        this.consumers = consumers;
    }

    void start(@Observes StartupEvent event) {
        if (!consumers.isUnsatisfied()) {
            thread = Thread.ofPlatform().name("qz-heartbeats").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (thread != null && !thread.join(STOP_PATIENCE)) {
            thread.interrupt();
        }
    }

    private void run() {
        Backoff backoff = new Backoff(Duration.ofSeconds(2));
        try {
            while (stopping.getCount() > 0) {
                try (KafkaConsumer<String, byte[]> reader = kafka.reader("heartbeats")) {
                    read(reader, backoff);
                } catch (KafkaException e) {
                    trouble.met(e);
                }
                stopping.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted", e);
        }
    }

    private void read(KafkaConsumer<String, byte[]> reader, Backoff backoff) {
        List<TopicPartition> partitions = reader.partitionsFor(Topics.HEARTBEAT).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException(Topics.HEARTBEAT + " does not exist");
        }
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        partitions.forEach(reader::position);
        trouble.over();
        backoff.reset();
        while (stopping.getCount() > 0) {
            reader.poll(POLL).forEach(this::hear);
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        try {
            String text = new String(record.value() == null ? new byte[0] : record.value(), UTF_8);
            Heartbeat heartbeat = EventJson.read(EventJson.parse(text), Heartbeat.class);
            if (heartbeat.topic() != null && heartbeat.endOffsets() != null && heartbeat.at() != null) {
                freshness.heard(heartbeat);
            }
        } catch (PoisonedEvent e) {
            LOG.warnf("no heartbeat: partition=%d offset=%d %s", record.partition(), record.offset(), e.getMessage());
        }
    }
}
