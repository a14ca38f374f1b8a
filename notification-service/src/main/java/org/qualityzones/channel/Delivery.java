package org.qualityzones.channel;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One message on its way to one target.
 *
 * @param messageId the same over all attempts
 * @param target where to
 * @param body the exact bytes to send and to sign
 * @param secrets the signing secrets in force, newest first, at least one
 * @param privateKey Ed25519, PKCS#8; empty where the subscription has none
 * @param traceparent W3C trace context of the event, null where there is none; never sent
 */
public record Delivery(
        String messageId,
        URI target,
        byte[] body,
        List<byte[]> secrets,
        Optional<byte[]> privateKey,
        String traceparent) {}
