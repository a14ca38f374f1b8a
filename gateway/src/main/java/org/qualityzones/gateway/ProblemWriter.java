package org.qualityzones.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Answers refusals as RFC 9457 problem details. */
@Singleton
public class ProblemWriter {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Bytes of a refused body that are still read, so that the client gets to see the answer. */
    private static final long PATIENCE_BYTES = 8L << 20;

    private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

    private final String base;

    public ProblemWriter(GatewayConfig config) {
        this.base = config.publicUrl() + "/problems/";
    }

    /** Sends the problem, unless an answer has begun already: then the connection is cut. */
    public void answer(Exchange exchange, Refusal refusal) {
        HttpServerResponse response = exchange.request().response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            exchange.finish();
            return;
        }
        response.setStatusCode(refusal.problem().status());
        headers(response.headers(), refusal, exchange.language());
        response.end(body(exchange, refusal));
        discardBody(exchange.request());
    }

    /** 500 with nothing but the request id; the log has the cause. */
    public void internal(Exchange exchange, Throwable cause) {
        LOG.errorf(cause, "Failed to answer requestId=%s", exchange.requestId());
        answer(exchange, Refusal.of(GatewayProblem.INTERNAL, "internal"));
    }

    /** The header fields of a problem. */
    public void headers(MultiMap headers, Refusal refusal, Language language) {
        headers.set("Content-Type", MEDIA_TYPE);
        headers.set("Content-Language", language.locale().getLanguage());
        headers.set("Cache-Control", "no-store");
        refusal.retryAfter().ifPresent(wait -> headers.set("Retry-After", Long.toString(wholeSeconds(wait))));
        refusal.challenge().ifPresent(challenge -> headers.set("WWW-Authenticate", challenge));
        refusal.allow().ifPresent(allow -> headers.set("Allow", allow));
    }

    /** The body of a problem. */
    public Buffer body(Exchange exchange, Refusal refusal) {
        Language language = exchange.language();
        JsonObject problem = new JsonObject()
                .put("type", base + refusal.problem().slug())
                .put("title", Texts.of(language, "title." + refusal.problem().slug()))
                .put("status", refusal.problem().status())
                .put(
                        "detail",
                        Texts.of(
                                language,
                                "detail." + refusal.detail(),
                                refusal.arguments().toArray()));
        if (exchange.request().decoderResult().isSuccess()) {
            problem.put("instance", exchange.path());
        }
        return problem.put("requestId", exchange.requestId()).toBuffer();
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static void discardBody(HttpServerRequest request) {
        if (!request.isEnded()) {
            HttpConnection connection = request.connection();
            long[] read = {0};
            request.handler(chunk -> {
                read[0] += chunk.length();
                if (read[0] > PATIENCE_BYTES) {
                    connection.close();
                }
            });
        }
        request.resume();
    }
}
