package org.qualityzones.channel.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.qualityzones.signature.Ed25519;

/**
 * The {@code webhook-signature} header of Standard Webhooks 1.0 over {@code id.timestamp.body}: HMAC-SHA256 ({@code v1})
 * and Ed25519 ({@code v1a}).
 */
final class WebhookSignature {

    private WebhookSignature() {}

    /**
     * One {@code v1,…} for each secret, in the order given, and one {@code v1a,…} for a private key, separated by spaces.
     *
     * @param privateKey PKCS#8
     */
    static String header(
            String messageId, long timestamp, byte[] body, List<byte[]> secrets, Optional<byte[]> privateKey) {
        byte[] content = content(messageId, timestamp, body);
        Stream<String> symmetric = secrets.stream().map(secret -> "v1," + text(hmac(secret, content)));
        Stream<String> asymmetric = privateKey.stream().map(key -> "v1a," + text(Ed25519.sign(key, content)));
        return Stream.concat(symmetric, asymmetric).collect(Collectors.joining(" "));
    }

    private static String text(byte[] signature) {
        return Base64.getEncoder().encodeToString(signature);
    }

    private static byte[] content(String messageId, long timestamp, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 64);
        out.writeBytes((messageId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] hmac(byte[] secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}
