package org.qualityzones.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.qualityzones.feed.FeedAppended;

/** Wakes open streams when this instance appended to the feed. */
@ApplicationScoped
class FeedWatch {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private long seen;

    void onAppended(@Observes(during = TransactionPhase.AFTER_SUCCESS) FeedAppended feed) {
        lock.lock();
        try {
            seen = Math.max(seen, feed.events().getLast().position());
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something after a position is known here, or the time is up. */
    void await(long after, long millis) throws InterruptedException {
        lock.lock();
        try {
            if (seen <= after && !appended.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } finally {
            lock.unlock();
        }
    }
}
