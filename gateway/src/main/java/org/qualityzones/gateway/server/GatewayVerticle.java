package org.qualityzones.gateway.server;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.Refusal;
import org.qualityzones.gateway.forwarding.Origins;

/** The public port on one event loop. */
final class GatewayVerticle extends AbstractVerticle {

    /** Vert.x gives all instances that ask for this port the same free one. */
    private static final int ANY_SHARED_PORT = -1;

    private final GatewayConfig config;
    private final Edge edge;
    private final int loops;
    private final IntConsumer listening;
    private final Map<HttpConnection, Long> silent = new IdentityHashMap<>();
    private Origins origins;

    GatewayVerticle(GatewayConfig config, Edge edge, int loops, IntConsumer listening) {
        this.config = config;
        this.edge = edge;
        this.loops = loops;
        this.listening = listening;
    }

    @Override
    public void start(Promise<Void> started) {
        origins = new Origins(vertx, config, loops);
        HttpServer server = vertx.createHttpServer(options())
                .connectionHandler(this::expectRequest)
                .requestHandler(this::handle)
                .invalidRequestHandler(this::handleInvalid);
        server.listen()
                .onSuccess(open -> listening.accept(open.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private HttpServerOptions options() {
        int port = config.listen().port();
        return new HttpServerOptions()
                .setHost(config.listen().host())
                .setPort(port == 0 ? ANY_SHARED_PORT : port)
                .setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setIdleTimeout((int) config.timeouts().idle().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxInitialLineLength((int) config.limits().requestLine().asLongValue())
                .setMaxHeaderSize((int) config.limits().headers().asLongValue());
    }

    /** Closes connections that are opened and then kept silent. */
    private void expectRequest(HttpConnection connection) {
        long timer = vertx.setTimer(config.timeouts().firstRequest().toMillis(), late -> connection.close());
        silent.put(connection, timer);
        connection.closeHandler(closed -> heard(connection));
    }

    private void heard(HttpConnection connection) {
        Long timer = silent.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    private void handle(HttpServerRequest request) {
        heard(request.connection());
        edge.handle(request, origins);
    }

    private void handleInvalid(HttpServerRequest request) {
        heard(request.connection());
        Refusal refusal = InvalidRequests.refusal(request.decoderResult().cause(), config.limits());
        edge.handleInvalid(request, refusal);
    }
}
