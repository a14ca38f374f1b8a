package org.qualityzones.servers;

/** A server could not be installed, started or stopped; the message says which one, and what to do where that is known. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
