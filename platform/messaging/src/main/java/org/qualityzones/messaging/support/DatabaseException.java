package org.qualityzones.messaging.support;

import java.sql.SQLException;

/** A statement of the messaging tables failed; the cause tells whether a retry can heal it. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, SQLException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
