package org.qualityzones.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;

/** One piece of work in a trace, from its beginning to {@link #close()}. May be used by any thread. */
public final class Step implements AutoCloseable {

    static final Step NONE = new Step(null);

    private final Span span;

    Step(Span span) {
        this.span = span;
    }

    /** W3C trace context for what this work causes; what is given where nothing is traced. */
    public String traceparent(String untraced) {
        if (span == null) {
            return untraced;
        }
        SpanContext context = span.getSpanContext();
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    /** A fact about the work. Never what tells who somebody is. A null is left out. */
    public Step note(String name, String value) {
        if (span != null && value != null) {
            span.setAttribute(name, value);
        }
        return this;
    }

    /** The work's name, where it was not known at its beginning: from a bounded set. */
    public Step named(String name) {
        if (span != null) {
            span.updateName(name);
        }
        return this;
    }

    /** The answer's HTTP status, 0 where none came; one of the server's own failures, 500 and above, is an error. */
    public Step answered(int status) {
        if (span != null && status > 0) {
            span.setAttribute("http.response.status_code", status);
            if (status >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        return this;
    }

    /** The work came to nothing; only the kind of failure is told, for a message may hold anything. */
    public Step failed(Throwable failure) {
        return failed(failure.getClass().getName());
    }

    /** The work came to nothing, for a reason from a bounded set. */
    public Step failed(String reason) {
        if (span != null) {
            span.setStatus(StatusCode.ERROR, reason);
        }
        return this;
    }

    @Override
    public void close() {
        if (span != null) {
            span.end();
        }
    }
}
