package org.qualityzones.gateway.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts packaged with the gateway. */
public final class Resources {

    private Resources() {}

    public static String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("The gateway was packaged without " + name));
    }

    public static Optional<String> find(String name) {
        try (InputStream in = Resources.class.getResourceAsStream("/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read " + name, broken);
        }
    }
}
