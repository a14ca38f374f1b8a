package org.qualityzones.channel.webhook;

/** A target may not be connected to; the message says why, without naming an inside address. */
final class TargetRefused extends Exception {

    private static final long serialVersionUID = 1L;

    TargetRefused(String message) {
        super(message);
    }
}
