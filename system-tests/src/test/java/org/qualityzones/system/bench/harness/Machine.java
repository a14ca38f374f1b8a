package org.qualityzones.system.bench.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.qualityzones.system.client.Json;

/**
 * What the figures were measured on.
 *
 * @param busyBefore share of the processors that others used just before, from 0 to 1
 * @param commit of the checkout, {@code unknown} outside one
 * @param modified whether the work tree differed from it
 */
public record Machine(
        String processor,
        int cores,
        long memoryMiB,
        String kernel,
        String java,
        double busyBefore,
        String commit,
        boolean modified) {

    private static final long KIB_PER_MIB = 1024;
    private static final Duration LOOK = Duration.ofSeconds(3);

    public static Machine here(Path checkout) {
        return new Machine(
                value(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value(Path.of("/proc/meminfo"), "MemTotal").split(" ")[0]) / KIB_PER_MIB,
                System.getProperty("os.version"),
                System.getProperty("java.vm.version"),
                busy(),
                git(checkout, "rev-parse", "HEAD"),
                !git(checkout, "status", "--porcelain", "--untracked-files=no").isEmpty());
    }

    /** What it is, without what was checked out on it. */
    public ObjectNode json() {
        return Json.object("{}")
                .put("processor", processor)
                .put("cores", cores)
                .put("memoryMiB", memoryMiB)
                .put("kernel", kernel)
                .put("java", java)
                .put("busyBefore", busyBefore);
    }

    private static double busy() {
        Processor.Ticks before = Processor.Ticks.now();
        LockSupport.parkNanos(LOOK.toNanos());
        return Processor.Ticks.now().busyShareSince(before);
    }

    private static String value(Path file, String key) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String git(Path checkout, String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-C", checkout.toString()));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? output : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
