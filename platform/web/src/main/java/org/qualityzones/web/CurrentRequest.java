package org.qualityzones.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The HTTP request in work, as far as the conventions ask about it. */
@RequestScoped
public class CurrentRequest {

    private static final String BODY = "qz.body";
    private static final String SPOOLED = "qz.spooled";
    private static final String DIGEST = "qz.digest";
    private static final byte[] NO_BODY = {};

    private final RoutingContext context;

    @Inject
    public CurrentRequest(CurrentVertxRequest current) {
        this(current.getCurrent());
    }

    private CurrentRequest(RoutingContext context) {
        this.context = context;
    }

    /** The request of a routing context. */
    public static CurrentRequest of(RoutingContext context) {
        return new CurrentRequest(context);
    }

    /** Method of the request, such as {@code POST}. */
    public String method() {
        return request().method().name();
    }

    /** Concrete path of the request, without the query. */
    public String path() {
        return request().path();
    }

    /** The header's value, or null. */
    public String header(String name) {
        return request().getHeader(name);
    }

    /** True with {@code ?dryRun=true}; 400 when the parameter is neither true nor false. */
    public boolean isDryRun() {
        List<String> values = context.queryParam("dryRun");
        if (values.isEmpty()) {
            return false;
        }
        return switch (values.getFirst()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problems.invalidParameter("dryRun", "boolean", "dryRun is true or false");
        };
    }

    /** The raw body as far as it was read into memory; empty when there is none. */
    public byte[] body() {
        byte[] body = context.get(BODY);
        return body == null ? NO_BODY : body;
    }

    /** Keeps the raw body for the fingerprint of an idempotent request. */
    public void keepBody(byte[] body) {
        context.put(BODY, body);
    }

    /** SHA-256 of a body that was too large for memory. */
    public Optional<byte[]> spooledDigest() {
        return Optional.ofNullable(context.get(DIGEST));
    }

    /** Keeps where a large body lies; the file goes with the request unless {@link #takeSpooled()} takes it. */
    public void keepSpooled(Path file, byte[] digest) {
        context.put(SPOOLED, file);
        context.put(DIGEST, digest);
    }

    /** Takes over the file of a large body: the taker deletes it. */
    public Optional<Path> takeSpooled() {
        return Optional.ofNullable(context.remove(SPOOLED));
    }

    private HttpServerRequest request() {
        return context.request();
    }
}
