package org.qualityzones.gateway.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.qualityzones.gateway.GatewayConfig;

/**
 * The public port. It is a Vert.x server of our own and not Quarkus's, because only its owner gets to see requests that
 * the HTTP decoder refuses, and they too are answered with a problem.
 */
@Singleton
public class GatewayServer {

    private static final Logger LOG = Logger.getLogger(GatewayServer.class);
    private static final int START_SECONDS = 30;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Vertx vertx;
    private final GatewayConfig config;
    private final Edge edge;
    private final Meters meters;
    private final AtomicInteger port = new AtomicInteger(-1);
    private volatile boolean accepting;

    public GatewayServer(Vertx vertx, GatewayConfig config, Edge edge, Meters meters) {
        this.vertx = vertx;
        this.config = config;
        this.edge = edge;
        this.meters = meters;
    }

    void start(@Observes StartupEvent started) throws Exception {
        List<String> violations = ConfigCheck.violations(config);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(
                    "The gateway cannot run with this configuration:\n  " + String.join("\n  ", violations));
        }
        int loops = VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE;
        vertx.deployVerticle(
                        () -> new GatewayVerticle(config, edge, loops, port::set),
                        new DeploymentOptions().setInstances(loops))
                .toCompletionStage()
                .toCompletableFuture()
                .get(START_SECONDS, TimeUnit.SECONDS);
        accepting = true;
        LOG.infof("Listening on http://%s:%d", config.listen().host(), port.get());
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        accepting = false;
        pause(config.shutdown().delay());
        long end = System.nanoTime() + config.shutdown().grace().toNanos();
        while (meters.underWay() > 0 && System.nanoTime() < end) {
            pause(LOOK);
        }
        if (meters.underWay() > 0) {
            LOG.warnf("Stopped with %d requests under way", meters.underWay());
        }
    }

    private static void pause(Duration wait) throws InterruptedException {
        if (wait.isPositive()) {
            Thread.sleep(wait);
        }
    }

    /** Whether the gateway takes requests: listening, and not about to stop. */
    public boolean accepting() {
        return accepting;
    }

    /** The port it listens on. */
    public int port() {
        return port.get();
    }
}
