package org.qualityzones.gateway.access;

import java.time.Instant;

/**
 * What the gateway keeps of a token whose signature, issuer, audience and times were right.
 *
 * @param client the client id, or the subject of a token without one
 * @param expiresAt its {@code exp}
 */
record VerifiedToken(String client, Instant expiresAt) {}
