package org.qualityzones.messaging;

/** The service stops before a record was dealt with: it stays unacknowledged and comes again after the next start. */
final class StoppedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param cause what ended the work on it; null when it was not begun */
    StoppedException(Throwable cause) {
        super("stopped before the record was dealt with", cause);
    }
}
