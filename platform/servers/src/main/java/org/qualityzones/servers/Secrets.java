package org.qualityzones.servers;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random secrets. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Secrets() {}

    /** 192 random bits in hexadecimal, safe in a URL, a shell and a properties file. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
