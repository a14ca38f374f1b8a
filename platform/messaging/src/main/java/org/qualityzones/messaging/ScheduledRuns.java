package org.qualityzones.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.spi.JobInstrumenter;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs of scheduled methods, each of which the scheduler hands to this bean ({@code quarkus.scheduler.tracing.enabled}). It
 * would not wait for them when the service ends, and they would meet a closed database and container. So none begins once the
 * end has begun, and the end waits for those in progress, after whatever tells them to stop. The scheduler holds this very
 * object: a proxy would give it a new one once this one is destroyed.
 */
@Singleton
class ScheduledRuns implements JobInstrumenter {

    private static final Logger LOG = Logger.getLogger(ScheduledRuns.class);
    private static final int ALL = Integer.MAX_VALUE;

    private final Semaphore running = new Semaphore(ALL);
    private final Duration patience;
    private volatile boolean ending;

    ScheduledRuns(MessagingConfig config) {
        this.patience = config.scheduledDrain();
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent event)
            throws InterruptedException {
        ending = true;
        if (running.tryAcquire(ALL, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            running.release(ALL);
        } else {
            LOG.warnf("%d scheduled methods still run, they are cut off", ALL - running.availablePermits());
        }
    }

    @Override
    public CompletionStage<Void> instrument(JobInstrumentationContext run) {
        if (!running.tryAcquire()) {
            return CompletableFuture.completedStage(null);
        }
        if (ending) {
            running.release();
            return CompletableFuture.completedStage(null);
        }
        return run.executeJob().whenComplete((_, _) -> running.release());
    }
}
