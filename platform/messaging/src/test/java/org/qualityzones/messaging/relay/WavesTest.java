package org.qualityzones.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.qualityzones.tracing.Tracing;

class WavesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");

    @Test
    void shouldSendEachVersionOnceTheOneBeforeIsAcknowledged() throws InterruptedException {
        Recording producer = new Recording(record -> null);

        Waves.Result result = new Waves(producer, "urn:qualityzones:zone", Tracing.off())
                .send(List.of(row(1, "a", 1), row(2, "b", 1), row(3, "a", 2), row(4, "a", 3)));

        assertThat(result.acknowledged()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(result.failure()).isNull();
        assertThat(producer.waves).hasSize(3);
        assertThat(producer.waves.getFirst()).containsExactlyInAnyOrder("a1", "b1");
        assertThat(producer.waves.get(1)).containsExactly("a2");
        assertThat(producer.waves.get(2)).containsExactly("a3");
    }

    @Test
    void shouldKeepBackTheLaterVersionsOfAKeyThatFailedAndSendTheOthers() throws InterruptedException {
        Recording producer =
                new Recording(record -> record.key().equals("a") ? new RecordTooLargeException("a1") : null);

        Waves.Result result = new Waves(producer, "urn:qualityzones:zone", Tracing.off())
                .send(List.of(row(1, "a", 1), row(2, "a", 2), row(3, "b", 1), row(4, "b", 2)));

        assertThat(result.acknowledged()).containsExactlyInAnyOrder(3L, 4L);
        assertThat(result.failure()).isInstanceOf(RecordTooLargeException.class);
        assertThat(producer.waves.stream().flatMap(List::stream)).doesNotContain("a2");
    }

    @Test
    void shouldAskOnceOnlyForATopicThatCannotBeReached() throws InterruptedException {
        Recording producer = new Recording(record -> new TimeoutException("no metadata"));

        Waves.Result result = new Waves(producer, "urn:qualityzones:zone", Tracing.off())
                .send(List.of(row(1, "a", 1), row(2, "b", 1), row(3, "c", 1)));

        assertThat(result.acknowledged()).isEmpty();
        assertThat(producer.waves.getFirst()).hasSize(1);
    }

    @Test
    void shouldTellTheEventInHeadersOfCloudEventsBinaryMode() {
        OutboxRow row = new OutboxRow(
                1,
                new UUID(7, 7),
                "qz.zone",
                "ninghai-stationery",
                12,
                "org.qualityzones.zone.created.v1",
                "request-1",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "{}".getBytes(UTF_8),
                NOW);

        ProducerRecord<String, byte[]> record = Envelopes.of(row, "urn:qualityzones:zone", row.traceparent());

        assertThat(record.key()).isEqualTo("ninghai-stationery");
        assertThat(List.of(record.headers().toArray()))
                .extracting(Header::key, header -> new String(header.value(), UTF_8))
                .containsExactlyInAnyOrder(
                        tuple("ce_specversion", "1.0"),
                        tuple("ce_id", "00000000-0000-0007-0000-000000000007"),
                        tuple("ce_type", "org.qualityzones.zone.created.v1"),
                        tuple("ce_source", "urn:qualityzones:zone"),
                        tuple("ce_subject", "ninghai-stationery"),
                        tuple("ce_time", "2026-11-21T08:30:00Z"),
                        tuple("ce_sequence", "12"),
                        tuple("ce_requestid", "request-1"),
                        tuple("content-type", "application/json"),
                        tuple("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    }

    private static OutboxRow row(long position, String key, long version) {
        return new OutboxRow(
                position,
                UUID.randomUUID(),
                "qz.zone",
                key,
                version,
                "t",
                null,
                null,
                (key + version).getBytes(UTF_8),
                NOW);
    }

    /** Answers at once and notes what was sent between two flushes. */
    private static final class Recording extends MockProducer<String, byte[]> {

        private final List<List<String>> waves = new ArrayList<>();
        private final Function<ProducerRecord<String, byte[]>, RuntimeException> failure;
        private List<String> wave = new ArrayList<>();

        Recording(Function<ProducerRecord<String, byte[]>, RuntimeException> failure) {
            super(
                    Cluster.empty(),
                    false,
                    new RoundRobinPartitioner(),
                    new StringSerializer(),
                    new ByteArraySerializer());
            this.failure = failure;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            wave.add(new String(record.value(), UTF_8));
            Future<RecordMetadata> answer = super.send(record);
            RuntimeException thrown = failure.apply(record);
            if (thrown == null) {
                completeNext();
            } else {
                errorNext(thrown);
            }
            return answer;
        }

        @Override
        public synchronized void flush() {
            waves.add(wave);
            wave = new ArrayList<>();
            super.flush();
        }
    }
}
