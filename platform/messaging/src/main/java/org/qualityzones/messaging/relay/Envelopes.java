package org.qualityzones.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.qualityzones.messaging.CloudEvents;

/** Outbox rows as CloudEvents 1.0, binary mode. */
final class Envelopes {

    private Envelopes() {}

    /** @param traceparent of the publishing, null where nothing is traced */
    static ProducerRecord<String, byte[]> of(OutboxRow row, String source, String traceparent) {
        var event = new ProducerRecord<>(row.topic(), row.key(), row.data());
        Headers headers = event.headers();
        add(headers, CloudEvents.SPEC_VERSION, "1.0");
        add(headers, CloudEvents.ID, row.id().toString());
        add(headers, CloudEvents.TYPE, row.type());
        add(headers, CloudEvents.SOURCE, source);
        add(headers, CloudEvents.SUBJECT, row.key());
        add(headers, CloudEvents.TIME, row.recordedAt().toString());
        add(headers, CloudEvents.SEQUENCE, Long.toString(row.version()));
        add(headers, CloudEvents.REQUEST_ID, row.requestId());
        add(headers, CloudEvents.CONTENT_TYPE, "application/json");
        add(headers, CloudEvents.TRACEPARENT, traceparent);
        return event;
    }

    static void add(Headers headers, String name, String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
