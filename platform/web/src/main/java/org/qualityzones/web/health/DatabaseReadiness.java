package org.qualityzones.web.health;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database takes new connections. Answers within {@link #PATIENCE} also where the database hangs: a prober
 * waits a second at least, and probes without an answer would pile up. One look at a time, on a thread of its own; while it
 * is slow, as on a busy machine, the last one counts for {@link #MEMORY}.
 */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
public class DatabaseReadiness implements HealthCheck {

    /** Longest wait for the database in one answer. */
    static final Duration PATIENCE = Duration.ofMillis(700);

    /** How long a good look excuses a slow one. */
    static final Duration MEMORY = Duration.ofSeconds(10);

    private final Callable<Boolean> look;
    private final LongSupplier nanos;
    private final ExecutorService looker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("qz-readiness").daemon().factory());
    private Future<Boolean> looking;
    private Long lastGood;

    @Inject
    DatabaseReadiness(AgroalDataSource dataSource) {
        this(() -> dataSource.isHealthy(true), System::nanoTime);
    }

    /** @param look whether the database takes a new connection; may hang */
    DatabaseReadiness(Callable<Boolean> look, LongSupplier nanos) {
        this.look = look;
        this.nanos = nanos;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database takes connections")
                .status(takesConnections())
                .build();
    }

    @PreDestroy
    void stop() {
        looker.shutdownNow();
    }

    private boolean takesConnections() {
        try {
            return remembered(look().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            return wasGoodLately();
        } catch (ExecutionException unavailable) {
            return remembered(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The look under way, or a new one. */
    private synchronized Future<Boolean> look() {
        if (looking == null || looking.isDone()) {
            looking = looker.submit(look);
        }
        return looking;
    }

    private synchronized boolean remembered(boolean good) {
        lastGood = good ? nanos.getAsLong() : null;
        return good;
    }

    private synchronized boolean wasGoodLately() {
        return lastGood != null && nanos.getAsLong() - lastGood < MEMORY.toNanos();
    }
}
