package org.qualityzones.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.Route;

/** One event loop's connections to the services. */
public final class Origins {

    private static final Logger LOG = Logger.getLogger(Origins.class);

    private final GatewayConfig config;
    private final HttpClient ordinary;
    private final HttpClient streams;

    /**
     * @param shares number of event loops that share the configured pool
     */
    public Origins(Vertx vertx, GatewayConfig config, int shares) {
        this.config = config;
        this.ordinary = client(
                vertx,
                config,
                share(config.pool().size(), shares),
                share(config.pool().queue(), shares));
        this.streams = client(vertx, config, share(config.pool().streams(), shares), 0);
    }

    private static HttpClient client(Vertx vertx, GatewayConfig config, int size, int queue) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.timeouts().connect().toMillis())
                .setIdleTimeout((int) config.timeouts().idle().toSeconds())
                .setKeepAliveTimeout(60)
                .setMaxWaitQueueSize(queue)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(64 << 10);
        return vertx.httpClientBuilder()
                .with(options)
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
        URI base = route.upstream().base(config.upstreams());
        boolean tls = "https".equals(base.getScheme());
        return client(route)
                .request(new RequestOptions()
                        .setHost(base.getHost())
                        .setPort(base.getPort() > 0 ? base.getPort() : tls ? 443 : 80)
                        .setSsl(tls)
                        .setConnectTimeout(config.timeouts().connect().toMillis())
                        .setIdleTimeout(answerWithin(route).toMillis()));
    }

    /** Longest wait for the head of an answer. */
    Duration answerWithin(Route route) {
        return route.kind() == Route.Kind.ORDINARY
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
