package org.qualityzones.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as a consumer reads it.
 *
 * @param event null where the consumer skips the record
 */
record Received(ConsumerRecord<String, byte[]> record, Event event) {

    boolean isSkipped() {
        return event == null;
    }
}
