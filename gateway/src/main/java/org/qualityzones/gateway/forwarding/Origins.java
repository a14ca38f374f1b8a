package org.qualityzones.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.Route;
import org.qualityzones.gateway.Upstream;

/** One event loop's connections to the services. */
public final class Origins {

    private static final Logger LOG = Logger.getLogger(Origins.class);

    private final GatewayConfig config;
    private final HttpClient ordinary;
    private final HttpClient streams;
    private final HttpClient fresh;
    private final Map<Upstream, Map<Route.Kind, RequestOptions>> options = new EnumMap<>(Upstream.class);

    /**
     * @param shares number of event loops that share the configured pool
     */
    public Origins(Vertx vertx, GatewayConfig config, int shares) {
        this.config = config;
        HttpClientOptions kept = options(config);
        int size = share(config.pool().size(), shares);
        int queue = share(config.pool().queue(), shares);
        this.ordinary = client(vertx, kept, size, queue);
        this.streams = client(vertx, kept, share(config.pool().streams(), shares), 0);
        this.fresh = client(vertx, options(config).setKeepAlive(false), size, queue);
        for (Upstream upstream : Upstream.values()) {
            Map<Route.Kind, RequestOptions> ofKind = new EnumMap<>(Route.Kind.class);
            for (Route.Kind kind : Route.Kind.values()) {
                ofKind.put(kind, options(upstream, kind));
            }
            options.put(upstream, ofKind);
        }
    }

    private static HttpClientOptions options(GatewayConfig config) {
        return new HttpClientOptions()
                .setConnectTimeout((int) config.timeouts().connect().toMillis())
                .setIdleTimeout((int) config.timeouts().idle().toSeconds())
                .setKeepAliveTimeout(60)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(64 << 10);
    }

    private static HttpClient client(Vertx vertx, HttpClientOptions options, int size, int queue) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions(options).setMaxWaitQueueSize(queue))
                .with(new PoolOptions().setHttp1MaxSize(size).setMaxWaitQueueSize(queue))
                .withConnectHandler(Origins::watch)
                .build();
    }

    /** A request that was on the connection tells of its failure itself, with its id. */
    private static void watch(HttpConnection connection) {
        connection.exceptionHandler(failure -> LOG.debugf("%s: %s", connection.remoteAddress(), failure));
    }

    private static int share(int total, int shares) {
        return Math.max(1, Math.ceilDiv(total, shares));
    }

    HttpClient client(Route route) {
        return route.kind() == Route.Kind.STREAM ? streams : ordinary;
    }

    /** A request on a connection to the route's service; fails when there is none within the connect timeout. */
    Future<HttpClientRequest> request(Route route) {
        return client(route).request(options.get(route.upstream()).get(route.kind()));
    }

    /** The same on a connection that no request was on before: a kept one may have been closed by the service. */
    Future<HttpClientRequest> freshRequest(Route route) {
        return fresh.request(options.get(route.upstream()).get(route.kind()));
    }

    private RequestOptions options(Upstream upstream, Route.Kind kind) {
        URI base = upstream.base(config.upstreams());
        boolean tls = "https".equals(base.getScheme());
        int port = base.getPort() > 0 ? base.getPort() : tls ? 443 : 80;
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, base.getHost()))
                .setHost(base.getHost())
                .setPort(port)
                .setSsl(tls)
                .setConnectTimeout(config.timeouts().connect().toMillis())
                .setIdleTimeout(answerWithin(kind).toMillis());
    }

    /** Longest wait for the head of an answer. */
    Duration answerWithin(Route route) {
        return answerWithin(route.kind());
    }

    private Duration answerWithin(Route.Kind kind) {
        return kind == Route.Kind.ORDINARY
                ? config.timeouts().response()
                : config.timeouts().longResponse();
    }

    /** The greatest body in bytes. */
    long bodyLimit(Route route) {
        return route.kind() == Route.Kind.IMPORT
                ? config.limits().importBody().asLongValue()
                : config.limits().body().asLongValue();
    }
}
