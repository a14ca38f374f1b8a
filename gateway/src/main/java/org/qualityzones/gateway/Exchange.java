package org.qualityzones.gateway;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** One request on its way through the gateway. Lives on its connection's event loop. */
final class Exchange {

    private final HttpServerRequest request;
    private final Context context;
    private final String requestId;
    private final String path;
    private final String peer;
    private final Origins origins;
    private final long startedNanos;
    private final Consumer<Exchange> atFinish;
    private String destination = "none";
    private boolean finished;
    private boolean closing;

    Exchange(HttpServerRequest request, String peer, Origins origins, Consumer<Exchange> atFinish) {
        this.request = request;
        this.context = Vertx.currentContext();
        this.requestId = CorrelationId.requestId(request.headers());
        this.path = request.path() == null ? "" : request.path();
        this.peer = peer;
        this.origins = origins;
        this.startedNanos = System.nanoTime();
        this.atFinish = atFinish;
    }

    HttpServerRequest request() {
        return request;
    }

    /** Where callbacks of other threads must come back to. */
    Context context() {
        return context;
    }

    String requestId() {
        return requestId;
    }

    String path() {
        return path;
    }

    /** Address of the client; of the last proxy that is not our own where there are proxies. */
    String peer() {
        return peer;
    }

    /** Connections of this event loop to the services. */
    Origins origins() {
        return origins;
    }

    Language language() {
        return Language.of(request.getHeader("Accept-Language"));
    }

    long startedNanos() {
        return startedNanos;
    }

    /** The bounded name of what the request is about, for metrics. */
    String destination() {
        return destination;
    }

    void destination(String name) {
        destination = name;
    }

    /** Closes the books, once: the answer is complete, or the connection is gone. */
    void finish() {
        if (!finished) {
            finished = true;
            atFinish.accept(this);
        }
    }

    boolean isFinished() {
        return finished;
    }

    /** Ends the connection after the answer, because the rest of the request is not waited for. */
    void closeWhenFinished() {
        closing = true;
    }

    boolean closesWhenFinished() {
        return closing;
    }

    /** Whether running the request twice has the effect of running it once, by the method's definition. */
    boolean isSafe() {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    /** Whether a body was announced. */
    boolean hasBody() {
        String length = request.getHeader("Content-Length");
        return length != null ? !"0".equals(length) : request.headers().contains("Transfer-Encoding");
    }
}
