package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process when a transaction that appended events has committed. */
@ApplicationScoped
public class OutboxBell {

    private final Semaphore rung = new Semaphore(0);

    /** Rings once the current transaction has committed; several calls in one transaction ring once. */
    public void ringAfterCommit(TransactionSynchronizationRegistry transactions) {
        if (transactions.getResource(this) == null) {
            transactions.putResource(this, true);
            transactions.registerInterposedSynchronization(new Ring());
        }
    }

    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Returns when the bell rings or the time is up. */
    public void await(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            hush();
        }
    }

    /** For one who is about to look: what has rung so far is committed, and seen then. */
    public void hush() {
        rung.drainPermits();
    }

    private final class Ring implements Synchronization {

        @Override
        public void beforeCompletion() {
            // The events become visible by the commit only.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                ring();
            }
        }
    }
}
