package org.qualityzones.messaging;

/** How a consumer goes on behind an event that it cannot take in. */
public enum Mode {
    /** Keeps copies: a newer version of the key is applied and supersedes the parked one; older versions never are. */
    FACTS,
    /** Acts on events: later events of the key wait behind the parked one, in order. */
    ACTING
}
