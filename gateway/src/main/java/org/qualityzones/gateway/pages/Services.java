package org.qualityzones.gateway.pages;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.Upstream;

/** Asks the services on the gateway's own behalf; every question has the probe timeout. */
@Singleton
public class Services {

    private static final int CONNECTIONS = 8;

    private final HttpClient client;
    private final GatewayConfig config;

    public Services(Vertx vertx, GatewayConfig config) {
        this.config = config;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.timeouts().probe().toMillis()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** A status and a body, whatever the status. */
    public record Reply(int status, String mediaType, Buffer body) {}

    /** Asks the management port of a service. */
    public Future<Reply> management(Upstream upstream, String path) {
        return get(upstream.management(config.upstreams()) + path, Map.of());
    }

    /** Asks the API of a service. */
    public Future<Reply> api(Upstream upstream, String path, Map<String, String> headers) {
        return get(upstream.base(config.upstreams()) + path, headers);
    }

    /** Asks any address; fails when there is no whole answer in time. */
    public Future<Reply> get(String url, Map<String, String> headers) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(URI.create(url).toString())
                .setTimeout(config.timeouts().probe().toMillis())
                .putHeader("Accept", "application/json");
        headers.forEach(options::putHeader);
        return client.request(options).compose(request -> request.send()).compose(response -> response.body()
                .map(body ->
                        new Reply(response.statusCode(), String.valueOf(response.getHeader("Content-Type")), body)));
    }
}
