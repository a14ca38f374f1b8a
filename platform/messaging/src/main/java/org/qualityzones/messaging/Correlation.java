package org.qualityzones.messaging;

import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.MDC;
import org.qualityzones.web.RequestIds;

/** Request id and trace that go with an event, out of and into the log context of the work at hand. */
public final class Correlation {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Correlation() {}

    static String requestId() {
        return RequestIds.current();
    }

    /** W3C trace context of the span at hand, else what came with the request or event; null without either. */
    public static String traceparent() {
        return MDC.get(CloudEvents.TRACEPARENT) instanceof String passedOn ? passedOn : null;
    }

    /** What came with the record; null where nothing did that has the form of a trace context. */
    static String traceparent(ConsumerRecord<String, byte[]> record) {
        String passedOn = Envelope.optionalHeader(record, CloudEvents.TRACEPARENT);
        return isTraceparent(passedOn) ? passedOn : null;
    }

    /** Keeps a trace context that came from outside, if it has the form of one. */
    static void trace(String traceparent) {
        if (isTraceparent(traceparent)) {
            MDC.put(CloudEvents.TRACEPARENT, traceparent);
        }
    }

    /** What the work does for this record is logged and published under the request that caused it. */
    static void enter(ConsumerRecord<String, byte[]> record) {
        leave();
        String requestId = Envelope.optionalHeader(record, CloudEvents.REQUEST_ID);
        if (requestId != null) {
            RequestIds.enter(RequestIds.accept(requestId));
        }
        trace(traceparent(record));
    }

    static void leave() {
        MDC.remove(RequestIds.KEY);
        MDC.remove(CloudEvents.TRACEPARENT);
    }

    private static boolean isTraceparent(String text) {
        return text != null && TRACEPARENT.matcher(text).matches();
    }
}
