package org.qualityzones.messaging.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.qualityzones.tracing.Step;
import org.qualityzones.tracing.Tracing;

/**
 * Sends a batch in waves, so that a version is on its way only once the one before it is acknowledged: the first unsent row
 * of each key, then the second of those whose first went well, and so on. No order is left to the producer, which can put a
 * later record of a partition before an earlier one that timed out.
 */
final class Waves {

    private final Producer<String, byte[]> producer;
    private final String source;
    private final Tracing tracing;

    Waves(Producer<String, byte[]> producer, String source, Tracing tracing) {
        this.producer = producer;
        this.source = source;
        this.tracing = tracing;
    }

    /** Sends rows given in order of position. */
    Result send(List<OutboxRow> rows) throws InterruptedException {
        Wave outcome = new Wave();
        List<OutboxRow> rest = rows;
        while (!rest.isEmpty()) {
            Map<OutboxRow.Stream, OutboxRow> first = new HashMap<>();
            List<OutboxRow> later = new ArrayList<>();
            for (OutboxRow row : rest) {
                if (first.putIfAbsent(row.stream(), row) != null) {
                    later.add(row);
                }
            }
            outcome.send(first.values());
            later.removeIf(row -> outcome.failed.contains(row.stream()));
            rest = later;
        }
        return new Result(outcome.acknowledged, outcome.failure);
    }

    /** @param acknowledged positions of rows that the broker has @param failure of the first row that it has not, or null */
    record Result(Set<Long> acknowledged, Throwable failure) {}

    private record Sent(OutboxRow row, Future<RecordMetadata> answer, Step step) {}

    private final class Wave {

        private final Set<Long> acknowledged = new HashSet<>();
        private final Set<OutboxRow.Stream> failed = new HashSet<>();
        private final Set<String> unreachable = new HashSet<>();
        private Throwable failure;

        void send(Iterable<OutboxRow> rows) throws InterruptedException {
            List<Sent> sent = new ArrayList<>();
            for (OutboxRow row : rows) {
                if (unreachable.contains(row.topic())) {
                    failed.add(row.stream());
                } else {
                    Sent one = sent(row);
                    sent.add(one);
                    noteIfTopicUnreachable(one);
                }
            }
            producer.flush();
            for (Sent one : sent) {
                settle(one);
            }
        }

        private Sent sent(OutboxRow row) {
            Step step = tracing.publishing(row.topic(), row.traceparent())
                    .note("qz.event.type", row.type())
                    .note("qz.request.id", row.requestId());
            return new Sent(row, producer.send(Envelopes.of(row, source, step.traceparent(row.traceparent()))), step);
        }

        /** A send that failed before it left has waited for the topic's metadata: the next ones would wait as long. */
        private void noteIfTopicUnreachable(Sent one) {
            if (one.answer().state() == Future.State.FAILED
                    && one.answer().exceptionNow() instanceof TimeoutException) {
                unreachable.add(one.row().topic());
            }
        }

        private void settle(Sent one) throws InterruptedException {
            try (Step step = one.step()) {
                settle(one, step);
            }
        }

        private void settle(Sent one, Step step) throws InterruptedException {
            try {
                one.answer().get();
                acknowledged.add(one.row().position());
            } catch (ExecutionException e) {
                step.failed(e.getCause());
                failed.add(one.row().stream());
                failure = failure == null ? e.getCause() : failure;
            }
        }
    }
}
