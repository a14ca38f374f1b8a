package org.qualityzones.web.jobs;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Does something once a transaction has committed, and nothing when it was rolled back. */
record AfterCommit(Runnable action) implements Synchronization {

    @Override
    public void beforeCompletion() {
        // nothing to do while the outcome is open
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            action.run();
        }
    }
}
