package org.qualityzones.local;

/** Something the person at the keyboard can put right; the message says how. */
final class LocalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalException(String message) {
        super(message);
    }

    LocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
