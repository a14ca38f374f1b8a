package org.qualityzones.factchange;

import java.util.UUID;

/**
 * A change that is being followed up.
 *
 * @param afterId declarations up to this one are dealt with; null: none is
 * @param attempts that failed before this one
 */
public record FactChange(long id, Kind kind, String key, UUID afterId, int attempts) {

    /** What changed, and so which lines it can concern. */
    public enum Kind {
        /** An enterprise, or what counts as its standing. The key is its unified social credit code. */
        ENTERPRISE,
        /** A risk warning. The key is its id. */
        WARNING,
        /** A table or a date by which a hold may end: all lines that are held. No key. */
        HELD,
        /** An exchange rate: lines that were decided without one. No key. */
        RATE,
        /** Copies that were stale are current: lines that were decided on stale ones. No key. */
        COPIES,
        /** One declaration, whose follow-up failed. The key is its id. */
        DECLARATION
    }
}
