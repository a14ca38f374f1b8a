package org.qualityzones.decision;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The message whose HMAC-SHA256 under the day's seed is the draw; anyone can rebuild it once the seed is revealed. */
public record DrawMessage(String text) {

    private static final String HMAC = "HmacSHA256";

    public static DrawMessage lot(UUID declarationId, int lineNo) {
        return new DrawMessage("qz1|lot|" + declarationId + "|" + lineNo);
    }

    public static DrawMessage spot(String campaignId, UUID declarationId, int lineNo) {
        return new DrawMessage("qz1|spot|" + campaignId + "|" + declarationId + "|" + lineNo);
    }

    /** First 8 bytes, big-endian, as 16 hex digits of an unsigned number. */
    public String u64(byte[] seed) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(seed, HMAC));
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, Long.BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
