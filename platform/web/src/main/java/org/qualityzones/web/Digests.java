package org.qualityzones.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 and how digests are written. */
public final class Digests {

    private Digests() {}

    /** SHA-256 of the bytes. */
    public static byte[] sha256(byte[] bytes) {
        return newSha256().digest(bytes);
    }

    /** {@code sha-256:} and the lower-case hex of the SHA-256 of the bytes, as the API writes digests. */
    public static String text(byte[] bytes) {
        return "sha-256:" + hex(sha256(bytes));
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** A fresh SHA-256 for bytes that come in parts. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
