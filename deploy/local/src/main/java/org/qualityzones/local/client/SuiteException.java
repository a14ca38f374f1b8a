package org.qualityzones.local.client;

/** What was begun cannot go on: the suite answered something else than it should, or not at all. */
public final class SuiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SuiteException(String message) {
        super(message);
    }

    public SuiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
