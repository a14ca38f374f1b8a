package org.qualityzones.web;

import java.sql.SQLException;

/** A statement of the platform failed; the transaction is to be rolled back. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, SQLException cause) {
        super(message, cause);
    }
}
