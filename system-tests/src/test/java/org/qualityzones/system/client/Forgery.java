package org.qualityzones.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens with the claims of a good one and a signature that is worth nothing. */
public final class Forgery {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final ObjectNode header;
    private final String claims;

    /** @param good token of the realm */
    public Forgery(String good) {
        String[] parts = good.split("\\.");
        this.header = (ObjectNode) Json.read(new String(DECODER.decode(parts[0]), StandardCharsets.UTF_8));
        this.claims = parts[1];
    }

    public String keyId() {
        return header.path("kid").asText();
    }

    /** {@code alg: none}, no signature. */
    public String unsigned() {
        return head("none") + "." + claims + ".";
    }

    /** HS256 with something that everybody knows as the secret. */
    public String macWith(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String signed = head("HS256") + "." + claims;
            return signed + "." + ENCODER.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RS256 by a stranger's key, under the key id of the realm's key. */
    public String signedByStranger() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return signed(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a better role under the signature of the good token. */
    public static String withOtherClaims(String good) {
        String[] parts = good.split("\\.");
        String text = new String(DECODER.decode(parts[1]), StandardCharsets.UTF_8).replace("bureau", "authority");
        return parts[0] + "." + ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
    }

    /** A public key of a key set as the bytes of its X.509 form. */
    public static byte[] encoded(JsonNode key) {
        try {
            RSAPublicKeySpec spec = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
            return KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same in the text form in which public keys are passed around. */
    public static byte[] pem(JsonNode key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded(key));
        return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String signed(PrivateKey key) throws GeneralSecurityException {
        String text = head("RS256") + "." + claims;
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + ENCODER.encodeToString(signature.sign());
    }

    private String head(String algorithm) {
        return ENCODER.encodeToString(Json.bytes(header.deepCopy().put("alg", algorithm)));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, DECODER.decode(key.path(name).asText()));
    }
}
