package org.qualityzones.gateway.server;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.Page;
import org.qualityzones.gateway.ProblemWriter;
import org.qualityzones.gateway.Refusal;
import org.qualityzones.gateway.Route;
import org.qualityzones.gateway.Routes;
import org.qualityzones.gateway.access.Admission;
import org.qualityzones.gateway.forwarding.Forwarder;
import org.qualityzones.gateway.forwarding.Origins;

/** What happens to each request, in order: well formed, origin, destination, token, quota, size, forwarded. */
@Singleton
public class Edge {

    private final Exchanges exchanges;
    private final Cors cors;
    private final Pages pages;
    private final Admission admission;
    private final Forwarder forwarder;
    private final ProblemWriter problems;

    public Edge(
            Exchanges exchanges,
            Cors cors,
            Pages pages,
            Admission admission,
            Forwarder forwarder,
            ProblemWriter problems) {
        this.exchanges = exchanges;
        this.cors = cors;
        this.pages = pages;
        this.admission = admission;
        this.forwarder = forwarder;
        this.problems = problems;
    }

    void handle(HttpServerRequest request, Origins origins) {
        request.pause();
        Exchange exchange = exchanges.open(request);
        try {
            admit(exchange, origins);
        } catch (RuntimeException failure) {
            problems.internal(exchange, failure);
        }
    }

    /** Answers what the decoder could not read; the connection ends with it. */
    void handleInvalid(HttpServerRequest request, Refusal refusal) {
        problems.answer(exchanges.open(request), refusal);
    }

    private void admit(Exchange exchange, Origins origins) {
        HttpServerRequest request = exchange.request();
        Optional<Refusal> refusal = WellFormed.refusal(request).or(() -> cors.refusal(request));
        if (refusal.isPresent()) {
            problems.answer(exchange, refusal.get());
        } else if (Cors.isPreflight(request)) {
            cors.answerPreflight(request);
        } else {
            pages.find(exchange.path()).ifPresentOrElse(page -> read(exchange, page), () -> route(exchange, origins));
        }
    }

    private void read(Exchange exchange, Page page) {
        exchange.destination("gateway");
        if (exchange.isSafe()) {
            admit(exchange, page.open(), () -> pages.answer(exchange, page));
        } else {
            problems.answer(exchange, Refusal.methodNotAllowed("GET, HEAD"));
        }
    }

    private void route(Exchange exchange, Origins origins) {
        Optional<Route> found = Routes.find(exchange.path());
        if (found.isEmpty()) {
            problems.answer(exchange, Refusal.of(GatewayProblem.NOT_FOUND, "no-route"));
            return;
        }
        Route route = found.get();
        exchange.destination(route.upstream().slug());
        admit(exchange, route.open(), () -> forwarder.forward(exchange, route, origins));
    }

    private void admit(Exchange exchange, boolean open, Runnable admitted) {
        if (open) {
            admission.open(exchange, admitted, refusal -> problems.answer(exchange, refusal));
        } else {
            admission.withToken(exchange, admitted, refusal -> problems.answer(exchange, refusal));
        }
    }
}
