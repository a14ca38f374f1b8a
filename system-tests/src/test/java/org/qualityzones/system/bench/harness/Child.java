package org.qualityzones.system.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process that a benchmark starts beside the suite. It ends with the benchmark, also when that is killed. */
public final class Child implements AutoCloseable {

    /** Reads a pipe that only this JVM holds open; however the JVM ends, the pipe closes. */
    private static final String GUARD =
            "trap '' INT TERM HUP; while read -r word; do :; done; kill -TERM \"$1\" 2>/dev/null";

    private static final Duration END = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int PROBE_MILLIS = 2_000;

    private final String name;
    private final Path log;
    private final Process process;
    private final Process guard;
    private final long begun;

    private Child(String name, Path log, Process process, Process guard, long begun) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.guard = guard;
        this.begun = begun;
    }

    /**
     * Starts it.
     *
     * @param folder where its output goes, in a file of its name
     * @param environment the whole of it, null for that of this JVM
     */
    public static Child start(String name, Path folder, Map<String, String> environment, List<String> command) {
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        if (environment != null) {
            builder.environment().clear();
            builder.environment().putAll(environment);
        }
        try {
            long begun = System.nanoTime();
            Process process = builder.start();
            Process guard = new ProcessBuilder("sh", "-c", GUARD, "qz-bench-guard", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Child(name, log, process, guard, begun);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** Ports of loopback that nobody has now. */
    public static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the address answers with 200; how long after the start that was. */
    public Duration awaitAnswer(URI address, Duration patience) {
        while (System.nanoTime() - begun < patience.toNanos()) {
            if (answers(address)) {
                return Duration.ofNanos(System.nanoTime() - begun);
            }
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " has ended: " + lastLines());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new IllegalStateException(name + " does not answer at " + address + ": " + lastLines());
    }

    /** Resident memory in MiB, shared pages included. */
    public double residentMiB() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end; answers at once. */
    public void askToEnd() {
        process.destroy();
    }

    /** Asks it to end and waits for as long as it likes, within reason. */
    public void end(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            guard.getOutputStream().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end(END);
    }

    private static boolean answers(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PROBE_MILLIS);
            connection.setReadTimeout(PROBE_MILLIS);
            boolean good = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            connection.disconnect();
            return good;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
