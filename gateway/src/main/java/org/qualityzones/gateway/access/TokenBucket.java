package org.qualityzones.gateway.access;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket without a lock: one number, the instant at which the bucket would be full again (generic cell rate
 * algorithm).
 */
final class TokenBucket {

    private final AtomicLong fullAt;

    TokenBucket(long now) {
        this.fullAt = new AtomicLong(now);
    }

    /**
     * What a request found.
     *
     * @param allowed whether there was a token
     * @param remaining tokens left
     * @param waitNanos until the next token, when there was none
     * @param fullInNanos until the bucket is full again
     */
    record Outcome(boolean allowed, long remaining, long waitNanos, long fullInNanos) {}

    /**
     * Takes one token.
     *
     * @param now nanoseconds of a monotonic clock
     * @param capacity tokens of a full bucket
     * @param windowNanos time in which an empty bucket fills
     */
    Outcome take(long now, long capacity, long windowNanos) {
        long each = Math.max(1, windowNanos / capacity);
        long whole = each * capacity;
        while (true) {
            long seen = fullAt.get();
            long from = seen - now > 0 ? seen : now;
            long next = from + each;
            long used = next - now;
            if (used > whole) {
                return new Outcome(false, 0, used - whole, from - now);
            }
            if (fullAt.compareAndSet(seen, next)) {
                return new Outcome(true, (whole - used) / each, 0, used);
            }
        }
    }
}
