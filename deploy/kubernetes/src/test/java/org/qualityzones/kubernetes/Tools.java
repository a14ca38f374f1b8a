package org.qualityzones.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tree, and programs of the machine that tests ask. */
final class Tools {

    static final Path ROOT = Path.of(System.getProperty("qz.root", "../.."));

    private Tools() {}

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + path, e);
        }
    }

    /** Skips by name where the machine lacks the program; CI must have it. */
    static void require(String program) {
        boolean there = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(program + " is missing; .ci/run installs it");
        }
        assumeTrue(there, program + " is not installed on this machine");
    }

    /** What a program answers; its complaints are in the failure. */
    static Answer run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot run " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, String output) {}
}
