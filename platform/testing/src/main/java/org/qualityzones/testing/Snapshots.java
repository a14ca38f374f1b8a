package org.qualityzones.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** Files that hold what was right; written anew with {@code -Dupdate-snapshots}. */
final class Snapshots {

    private static final String UPDATE = "update-snapshots";

    private Snapshots() {}

    static void assertSame(Path file, String actual) {
        try {
            if (System.getProperty(UPDATE) != null) {
                write(file, actual);
            }
            Assertions.assertThat(file)
                    .as("run with -D%s to write %s", UPDATE, file)
                    .exists();
            Assertions.assertThat(actual.strip())
                    .as("%s is out of date; if the change is meant, run with -D%s", file, UPDATE)
                    .isEqualTo(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot compare " + file, failure);
        }
    }

    private static void write(Path file, String actual) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.writeString(file, actual.strip() + '\n', StandardCharsets.UTF_8);
    }
}
