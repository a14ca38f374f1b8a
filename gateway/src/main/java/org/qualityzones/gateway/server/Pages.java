package org.qualityzones.gateway.server;

import io.quarkus.arc.All;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.Page;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.PageRequest;
import org.qualityzones.gateway.ProblemWriter;
import org.qualityzones.gateway.Refusal;
import org.qualityzones.gateway.Routes;

/** The gateway's own pages. */
@Singleton
public class Pages {

    /** No script, no frame, nothing from elsewhere. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final List<Page> pages;
    private final ProblemWriter problems;

    public Pages(@All List<Page> pages, ProblemWriter problems) {
        this.pages = pages;
        this.problems = problems;
    }

    Optional<Page> find(String path) {
        if (path.startsWith(Routes.OPEN)) {
            return Optional.empty();
        }
        for (Page page : pages) {
            if (page.owns(path)) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    void answer(Exchange exchange, Page page) {
        HttpServerRequest request = exchange.request();
        PageRequest reader = new PageRequest(
                exchange.path(),
                exchange.language(),
                wantsHtml(request.getHeader("Accept")),
                page.open() ? Optional.empty() : Optional.ofNullable(request.getHeader("Authorization")),
                exchange.requestId());
        page.answer(reader).onComplete(answer -> exchange.context().runOnContext(nothing -> {
            if (answer.succeeded()) {
                send(exchange, answer.result());
            } else {
                problems.internal(exchange, answer.cause());
            }
        }));
    }

    private void send(Exchange exchange, PageAnswer answer) {
        HttpServerResponse response = exchange.request().response();
        switch (answer) {
            case Refusal refusal -> problems.answer(exchange, refusal);
            case PageAnswer.Redirect(String location) -> {
                response.setStatusCode(303).putHeader("Location", location).end();
                exchange.request().resume();
            }
            case PageAnswer.Relayed(int status, String mediaType, Buffer body) -> {
                response.setStatusCode(status)
                        .putHeader("Content-Type", mediaType)
                        .end(body);
                exchange.request().resume();
            }
            case PageAnswer.Content content -> {
                response.putHeader("Content-Type", content.mediaType());
                response.putHeader("Vary", "Accept, Accept-Language, Origin");
                response.putHeader("Content-Security-Policy", POLICY);
                response.end(content.body());
                exchange.request().resume();
            }
        }
    }

    /** Browsers name HTML; programs that name nothing or anything get JSON. */
    private static boolean wantsHtml(String accept) {
        return accept != null && accept.contains("text/html");
    }
}
