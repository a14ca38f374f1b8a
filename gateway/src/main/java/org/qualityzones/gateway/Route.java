package org.qualityzones.gateway;

/**
 * Where a path leads.
 *
 * @param upstream the service that owns the path
 * @param open whether it may be asked without a token
 * @param kind how long and how large its requests may be
 */
public record Route(Upstream upstream, boolean open, Kind kind) {

    /** Kinds of traffic. */
    public enum Kind {
        /** JSON in, JSON out. */
        ORDINARY,
        /** A file is streamed in. */
        IMPORT,
        /** Events are streamed out for as long as the client listens. */
        STREAM
    }
}
