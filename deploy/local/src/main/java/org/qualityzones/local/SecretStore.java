package org.qualityzones.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.qualityzones.servers.Secrets;

/** Secrets of this machine's stack, each random and kept from the first time it is asked for. */
final class SecretStore {

    private static final int KEY_BYTES = 32;

    private final EnvFile file;
    private final Map<String, String> values;

    SecretStore(Path path) {
        this.file = new EnvFile(path);
        this.values = file.read();
    }

    /** A password of 192 bits. */
    synchronized String password(String name) {
        return get(name, Secrets::random);
    }

    /** A key of 256 bits in Base64. */
    synchronized String key(String name) {
        return get(name, () -> {
            byte[] bytes = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        });
    }

    private String get(String name, Supplier<String> maker) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String made = maker.get();
        values.put(name, made);
        file.write(values);
        return made;
    }
}
