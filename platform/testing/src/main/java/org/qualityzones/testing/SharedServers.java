package org.qualityzones.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The server that a run over several modules has started, by the file that {@code QZ_TEST_SERVERS} names. */
final class SharedServers {

    private SharedServers() {}

    static Optional<Properties> find() {
        return Optional.ofNullable(System.getenv("QZ_TEST_SERVERS"))
                .filter(file -> !file.isBlank())
                .map(Path::of)
                .map(SharedServers::load);
    }

    private static Properties load(Path file) {
        Properties servers = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            servers.load(reader);
            return servers;
        } catch (IOException failure) {
            throw new UncheckedIOException("QZ_TEST_SERVERS names no readable file", failure);
        }
    }
}
