package org.qualityzones.gateway.forwarding;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.ProblemWriter;
import org.qualityzones.gateway.Refusal;
import org.qualityzones.gateway.Route;

/** Forwards admitted requests. */
@Singleton
public class Forwarder {

    private final StripInboundIdentity fields;
    private final UpstreamProblem upstreamProblems;
    private final ProblemWriter problems;

    public Forwarder(StripInboundIdentity fields, UpstreamProblem upstreamProblems, ProblemWriter problems) {
        this.fields = fields;
        this.upstreamProblems = upstreamProblems;
        this.problems = problems;
    }

    /** Refuses a body that is announced as too large before a byte of it is read; else lets it stream. */
    public void forward(Exchange exchange, Route route, Origins origins) {
        HttpServerRequest request = exchange.request();
        long limit = origins.bodyLimit(route);
        if (announcedLength(request.headers()) > limit) {
            problems.answer(exchange, Refusal.of(GatewayProblem.TOO_LARGE, "body-limit", limit));
            return;
        }
        if (request.headers().contains("Expect")) {
            request.response().writeContinue();
        }
        new Forwarding(exchange, route, origins, fields, upstreamProblems).start();
    }

    /** The decoder has made sure that there is at most one length and that it is a number. */
    private static long announcedLength(MultiMap headers) {
        String length = headers.get("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
