package org.qualityzones.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the operating system offers: the Java of this JVM, small commands, and a way to run as somebody who is not root. */
final class Host {

    private static final int NOBODY = 65534;
    private static final long COMMAND_SECONDS = 600;

    private Host() {}

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Prefix of a command that must not see itself as root; empty for an ordinary user. */
    static List<String> withoutRoot() {
        if (!isRoot()) {
            return List.of();
        }
        if (canUnshare()) {
            return List.of("unshare", "-U");
        }
        return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    }

    /** Gives {@code folder} to the user that {@link #withoutRoot()} switches to, where it switches. */
    static void handOver(Path folder) {
        if (isRoot() && !canUnshare()) {
            run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()), null);
        }
    }

    static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new ServerException("Cannot signal process " + process.pid() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a short command to its end; its output goes to {@code log}, or nowhere. */
    static void run(List<String> command, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(
                log == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ServerException(command.getFirst() + " did not end in " + COMMAND_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new ServerException(String.join(" ", command) + " ended with " + process.exitValue()
                        + (log == null ? "" : ", see " + log + tail(log)));
            }
        } catch (IOException e) {
            throw new ServerException("Cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while " + command.getFirst() + " ran", e);
        }
    }

    static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
            return "\n  " + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException e) {
            return " (unreadable: " + e.getMessage() + ")";
        }
    }

    private static boolean canUnshare() {
        return UnshareProbe.WORKS;
    }

    private static final class UnshareProbe {
        static final boolean WORKS = works();

        private static boolean works() {
            try {
                run(List.of("unshare", "-U", "true"), null);
                return true;
            } catch (ServerException refused) {
                return false;
            }
        }
    }
}
