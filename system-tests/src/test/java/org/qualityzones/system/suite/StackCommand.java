package org.qualityzones.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program behind {@code ./run}, called for another place. */
public record StackCommand(Place place) {

    /** Runs a command to its end; fails with what it said. */
    void run(String... arguments) {
        Running running = launch(arguments);
        running.awaitSuccess();
    }

    /** Runs a command to its end and answers what it said; fails as {@link #run}. */
    List<String> output(String... arguments) {
        Running running = launch(arguments);
        running.awaitSuccess();
        try {
            return Files.readAllLines(running.output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command that has begun. */
    public record Running(String words, Process process, Path output) {

        public void awaitSuccess() {
            try {
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(words + " failed: " + Files.readString(output));
                }
            } catch (IOException e) {
                throw new IllegalStateException(words + " failed and its output cannot be read", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroy();
                throw new IllegalStateException("Interrupted during " + words, e);
            }
        }

        public boolean hasEnded() {
            return !process.isAlive();
        }
    }

    Running launch(String... arguments) {
        return launch(Map.of(), arguments);
    }

    /** The same with further variables of the environment. */
    Running launch(Map<String, String> more, String... arguments) {
        Path root = place.root();
        Path local = root.resolve("deploy/local/target");
        if (!Files.isRegularFile(local.resolve("local-stack.jar"))) {
            throw new IllegalStateException("The suite is not packaged: mvn -B -ntp package -DskipTests");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + root.resolve("system-tests/target/command.jsa"),
                "-Dqz.root=" + root,
                "-cp",
                local.resolve("local-stack.jar") + ":" + local.resolve("lib") + "/*",
                "org.qualityzones.local.Main"));
        command.addAll(List.of(arguments));
        String words = String.join(" ", arguments);
        try {
            Path output =
                    Files.createTempFile(Files.createDirectories(place.folder().resolve("log")), "command-", ".log");
            Files.writeString(output, words + "\n", StandardCharsets.UTF_8);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().putAll(place.environment());
            builder.environment().putAll(more);
            return new Running(words, builder.start(), output);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot run " + words, e);
        }
    }
}
