package org.qualityzones.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.qualityzones.messaging.support.Pace;

/**
 * When to claim: when somebody calls, and now and then by itself; after a claim that found something not before the pace
 * allows it, unless it is urgent.
 */
final class Calls {

    private final long poll;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean called = true;
    private boolean urgent;

    /**
     * @param poll how long nobody's calling is waited for
     * @param pace from the begin of a claim that found something to that of the next
     */
    Calls(Duration poll, Duration pace) {
        this.poll = poll.toNanos();
        this.pace = new Pace(pace);
    }

    /** There may be something to claim. */
    void call() {
        note(false);
    }

    /** There is something to claim, or to stop, that the pace is not to hold up. */
    void hurry() {
        note(true);
    }

    /** A claim that began then, by {@link System#nanoTime()}, found something. */
    void found(long beganNanos) {
        pace.carried(beganNanos);
    }

    /** Returns when it is time to claim; at once the first time. */
    void await() throws InterruptedException {
        lock.lock();
        try {
            for (long left = poll; !called && !urgent && left > 0; ) {
                left = changed.awaitNanos(left);
            }
            for (long left = pace.left(System.nanoTime()); !urgent && left > 0; ) {
                left = changed.awaitNanos(left);
            }
            called = false;
            urgent = false;
        } finally {
            lock.unlock();
        }
    }

    private void note(boolean hurry) {
        lock.lock();
        try {
            called = true;
            urgent |= hurry;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
