package org.qualityzones.gateway.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.qualityzones.gateway.CorrelationId;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.GatewayConfig;

/** Opens an exchange for each request and closes its books. */
@Singleton
public class Exchanges {

    private final Meters meters;
    private final PeerAddress peers;
    private final boolean tls;

    public Exchanges(GatewayConfig config, Meters meters) {
        this.meters = meters;
        this.peers = new PeerAddress(config.rateLimit().trustedProxies().orElse(List.of()));
        this.tls = "https".equals(config.publicUrl().getScheme());
    }

    Exchange open(HttpServerRequest request) {
        Exchange exchange = new Exchange(request, peers.of(request), this::finished);
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

    private void finished(Exchange exchange) {
        meters.finished(exchange);
        if (exchange.closesWhenFinished()) {
            exchange.request().connection().close();
        }
    }
}
