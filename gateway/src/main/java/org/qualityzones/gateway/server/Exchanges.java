package org.qualityzones.gateway.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.qualityzones.gateway.CorrelationId;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.tracing.Tracing;

/** Opens an exchange for each request and closes its books. */
@Singleton
public class Exchanges {

    private final Meters meters;
    private final Tracing tracing;
    private final PeerAddress peers;
    private final boolean tls;

    public Exchanges(GatewayConfig config, Meters meters, Tracing tracing) {
        this.meters = meters;
        this.tracing = tracing;
        this.peers = new PeerAddress(config.rateLimit().trustedProxies().orElse(List.of()));
        this.tls = "https".equals(config.publicUrl().getScheme());
    }

    Exchange open(HttpServerRequest request) {
        Exchange exchange = new Exchange(
                request,
                peers.of(request),
                tracing.answering("request", request.getHeader(CorrelationId.TRACE_PARENT)),
                this::finished);
        meters.begun();
        HttpServerResponse response = request.response();
        response.putHeader(CorrelationId.REQUEST_ID, exchange.requestId());
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (tls) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        response.endHandler(nothing -> exchange.finish());
        response.closeHandler(nothing -> exchange.finish());
        return exchange;
    }

    private static void end(Exchange exchange) {
        exchange.step()
                .named("to " + exchange.destination())
                .note("http.request.method", exchange.request().method().name())
                .note("qz.request.id", exchange.requestId())
                .answered(exchange.request().response().getStatusCode())
                .close();
    }

    private void finished(Exchange exchange) {
        meters.finished(exchange);
        if (tracing.isOn()) {
            end(exchange);
        }
        if (exchange.closesWhenFinished()) {
            exchange.request().connection().close();
        }
    }
}
