package org.qualityzones.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.qualityzones.gateway.CorrelationId;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.Route;

/** Streams one admitted request to its service and the answer back, both unchanged but for header fields. */
final class Forwarding implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final ProxyOptions PLAIN = new ProxyOptions().setSupportWebSocket(false);
    private static final List<String> OURS = List.of(
            CorrelationId.REQUEST_ID,
            "RateLimit",
            "RateLimit-Policy",
            "Server",
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "Access-Control-Allow-Origin",
            "Access-Control-Expose-Headers");

    private final Exchange exchange;
    private final Route route;
    private final Origins origins;
    private final StripInboundIdentity headers;
    private final UpstreamProblem problems;
    private LimitedBody body;
    private boolean connected;

    Forwarding(
            Exchange exchange, Route route, Origins origins, StripInboundIdentity headers, UpstreamProblem problems) {
        this.exchange = exchange;
        this.route = route;
        this.origins = origins;
        this.headers = headers;
        this.problems = problems;
    }

    void start() {
        HttpProxy.reverseProxy(PLAIN, origins.client(route))
                .origin(context -> connect())
                .addInterceptor(this)
                .handle(exchange.request());
    }

    private Future<HttpClientRequest> connect() {
        connected = false;
        return origins.request(route).onSuccess(request -> {
            connected = true;
            request.exceptionHandler(failure -> LOG.debugf("%s requestId=%s", failure, exchange.requestId()));
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        if (exchange.hasBody()) {
            body = new LimitedBody(exchange.request(), origins.bodyLimit(route));
            if (exchange.hasKey()) {
                body.keepingCopy();
            }
            request.setBody(Body.body(body, request.getBody().length()));
        } else {
            request.setBody(null);
            exchange.request().resume();
        }
        request.setURI(exchange.request().uri());
        headers.inbound(request.headers(), exchange);
        return context.sendRequest()
                .recover(failure -> again(context, failure))
                .recover(failure -> Future.succeededFuture(problems.response(context, exchange, outcome(failure))));
    }

    /**
     * Once more, on another connection, where the service closed the kept one just as it was used: a request whose method is
     * safe, or one with a key, whose effect the service knows should it have received it after all.
     */
    private Future<ProxyResponse> again(ProxyContext context, Throwable failure) {
        boolean cut = connected && failure instanceof HttpClosedException;
        if (!cut || exchange.request().response().closed()) {
            return Future.failedFuture(failure);
        }
        if (body == null) {
            return exchange.isSafe() || exchange.hasKey() ? context.sendRequest() : Future.failedFuture(failure);
        }
        return body.whole()
                .map(whole -> {
                    context.request().setBody(Body.body(whole));
                    return context.sendRequest();
                })
                .orElseGet(() -> Future.failedFuture(failure));
    }

    private UpstreamProblem.Outcome outcome(Throwable failure) {
        return new UpstreamProblem.Outcome(
                route,
                failure,
                connected,
                Optional.ofNullable(body),
                origins.answerWithin(route),
                origins.bodyLimit(route));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        MultiMap fields = response.headers();
        StripInboundIdentity.outbound(fields);
        OURS.forEach(fields::remove);
        problems.makePublic(fields, "Location", route);
        problems.makePublic(fields, "Link", route);
        if (exchange.request().response().headers().contains("Vary") && fields.contains("Vary")) {
            exchange.request().response().headers().remove("Vary");
            fields.add("Vary", "Origin");
        }
        return context.sendResponse().onFailure(this::answerBroke);
    }

    /** The connection to the client was cut, which its response does not tell; a client that left first has told. */
    private void answerBroke(Throwable failure) {
        if (!exchange.isFinished()) {
            LOG.warnf("Answer of %s broke off: %s requestId=%s", route.upstream(), failure, exchange.requestId());
            exchange.finish();
        }
    }
}
