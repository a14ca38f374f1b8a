package org.qualityzones.gateway;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.qualityzones.tracing.Step;

/** One request on its way through the gateway. Lives on its connection's event loop. */
public final class Exchange {

    private final HttpServerRequest request;
    private final Context context;
    private final String requestId;
    private final String path;
    private final String peer;
    private final long startedNanos;
    private final Step step;
    private final Consumer<Exchange> atFinish;
    private String destination = "none";
    private boolean finished;
    private boolean closing;

    public Exchange(HttpServerRequest request, String peer, Step step, Consumer<Exchange> atFinish) {
        this.request = request;
        this.context = Vertx.currentContext();
        this.requestId = CorrelationId.requestId(request.headers());
        this.path = request.path() == null ? "" : request.path();
        this.peer = peer;
        this.startedNanos = System.nanoTime();
        this.step = step;
        this.atFinish = atFinish;
    }

    public HttpServerRequest request() {
        return request;
    }

    /** Where callbacks of other threads must come back to. */
    public Context context() {
        return context;
    }

    public String requestId() {
        return requestId;
    }

    public String path() {
        return path;
    }

    /** Address of the client; of the last proxy that is not our own where there are proxies. */
    public String peer() {
        return peer;
    }

    public Language language() {
        return Language.of(request.getHeader("Accept-Language"));
    }

    public long startedNanos() {
        return startedNanos;
    }

    /** This exchange in its trace. */
    public Step step() {
        return step;
    }

    /** The bounded name of what the request is about, for metrics. */
    public String destination() {
        return destination;
    }

    public void destination(String name) {
        destination = name;
    }

    /** Closes the books, once: the answer is complete, or the connection is gone. */
    public void finish() {
        if (!finished) {
            finished = true;
            atFinish.accept(this);
        }
    }

    public boolean isFinished() {
        return finished;
    }

    /** Ends the connection after the answer, because the rest of the request is not waited for. */
    public void closeWhenFinished() {
        closing = true;
    }

    public boolean closesWhenFinished() {
        return closing;
    }

    /** Whether running the request twice has the effect of running it once, by the method's definition. */
    public boolean isSafe() {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    /** Whether the services know a request that comes twice by its key and answer it once more (Idempotency-Key). */
    public boolean hasKey() {
        return request.method().equals(HttpMethod.POST) && request.headers().contains("Idempotency-Key");
    }

    /** Whether a body was announced. */
    public boolean hasBody() {
        String length = request.getHeader("Content-Length");
        return length != null ? !"0".equals(length) : request.headers().contains("Transfer-Encoding");
    }
}
