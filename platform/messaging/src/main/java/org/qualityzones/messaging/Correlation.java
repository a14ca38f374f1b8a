package org.qualityzones.messaging;

import org.jboss.logging.MDC;
import org.qualityzones.web.RequestIds;

/** Request id and trace that go with an event, out of and into the log context of the work at hand. */
final class Correlation {

    private Correlation() {}

    static String requestId() {
        return RequestIds.current();
    }

    /** W3C trace context of the current span, null without tracing (OpenTelemetry keeps it in the log context). */
    static String traceparent() {
        Object trace = MDC.get("traceId");
        Object span = MDC.get("spanId");
        if (trace == null || span == null) {
            return null;
        }
        return "00-%s-%s-%s".formatted(trace, span, "true".equals(MDC.get("sampled")) ? "01" : "00");
    }

    /** What the work does for this event is logged and published under the request that caused it. */
    static void enter(Event event) {
        if (event.requestId() == null) {
            MDC.remove(RequestIds.KEY);
        } else {
            RequestIds.enter(RequestIds.accept(event.requestId()));
        }
    }

    static void leave() {
        MDC.remove(RequestIds.KEY);
    }
}
