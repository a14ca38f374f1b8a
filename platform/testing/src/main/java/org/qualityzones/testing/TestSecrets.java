package org.qualityzones.testing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets of this JVM. */
final class TestSecrets {

    private TestSecrets() {}

    static String password() {
        return JvmMemory.remember("password", () -> HexFormat.of().formatHex(bytes(16)));
    }

    /** 32 bytes in Base64. */
    static String sealingKey() {
        return JvmMemory.remember("sealing-key", () -> Base64.getEncoder().encodeToString(bytes(32)));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
