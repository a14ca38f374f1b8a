package org.qualityzones.copies;

import java.time.Instant;

/**
 * A point in two clocks: what held at {@code asOf}, as far as this service had learned by {@code knownAt}. What this service
 * does itself it knows at once, so of that everything counts that was done by the earlier one of both.
 *
 * @param current whether {@code knownAt} is the present, so that copies of others' facts may be stale
 */
public record Moment(Instant asOf, Instant knownAt, boolean current) {

    /** What holds and is known now, the newest version of everything. */
    public static final Moment NOW = new Moment(null, null, true);

    public boolean isNow() {
        return asOf == null;
    }

    /** By when this service's own acts count. */
    public Instant done() {
        return asOf.isBefore(knownAt) ? asOf : knownAt;
    }
}
