package org.qualityzones.web;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Removes expired idempotency keys in small transactions, a bounded number each time. */
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
class IdempotencyCleanup {

    private static final Logger LOG = Logger.getLogger(IdempotencyCleanup.class);
    private static final int BATCH = 500;
    private static final int BATCHES = 20;

    private final IdempotencyStore store;

    IdempotencyCleanup(IdempotencyStore store) {
        this.store = store;
    }

    @Scheduled(
            every = "${qz.web.idempotency.cleanup-every:60s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            removeExpired();
        } catch (RuntimeException e) {
            LOG.warnf("Expired idempotency keys cannot be removed now, tried again: %s", e.getMessage());
        }
    }

    /** One round; answers how many keys went. */
    int removeExpired() {
        int removed = 0;
        for (int i = 0; i < BATCHES; i++) {
            int batch = QuarkusTransaction.requiringNew().call(() -> store.removeExpired(BATCH));
            removed += batch;
            if (batch < BATCH) {
                break;
            }
        }
        return removed;
    }
}
