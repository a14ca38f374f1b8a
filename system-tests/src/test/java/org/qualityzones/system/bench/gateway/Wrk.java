package org.qualityzones.system.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qualityzones.system.bench.harness.Load;
import org.qualityzones.system.bench.harness.Tool;
import org.qualityzones.system.bench.harness.Wire;

/** {@code wrk}, on one thread that goes before others where the user may say so: it is not to wait for what it measures. */
final class Wrk {

    static final int CONNECTIONS = 64;

    private static final long SAMPLE_MILLIS = 50;
    private static final Pattern RESULT = Pattern.compile("^qz (.*)$", Pattern.MULTILINE);
    private static final String SCRIPT = """
            function done(summary, latency, requests)
              local errors = summary.errors
              io.write(string.format("\\nqz %d %d %d %d %d\\n", summary.requests, summary.duration,
                errors.connect + errors.read + errors.write + errors.timeout + errors.status,
                latency:percentile(50), latency:percentile(99)))
            end
            """;

    private final Path script;

    Wrk(Path folder) throws IOException {
        script = Files.writeString(folder.resolve("wrk.lua"), SCRIPT);
    }

    /**
     * What it saw.
     *
     * @param idle share of the time in which it waited
     * @param starved share of the time in which it could have run and had no processor
     */
    record Outcome(double perSecond, double p50Millis, double p99Millis, double idle, double starved) {}

    /** As fast as {@value #CONNECTIONS} connections can. */
    Outcome saturate(Door door, Duration span) {
        List<String> command = new ArrayList<>(List.of(
                "nice",
                "-n",
                "-10",
                Tool.find("wrk").orElseThrow().toString(),
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + Math.max(1, span.toSeconds()) + "s",
                "-s",
                script.toString()));
        if (door.token() != null) {
            command.addAll(List.of("-H", "Authorization: Bearer " + door.token()));
        }
        command.add(door.url());
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            Process process = builder.start();
            double[] use = watch(process);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher result = RESULT.matcher(output);
            if (process.waitFor() != 0 || !result.find()) {
                throw new IllegalStateException("wrk failed at " + door.id() + ": " + output);
            }
            return outcome(door, result.group(1).split(" "), use);
        } catch (IOException e) {
            throw new IllegalStateException("wrk cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** A refusal is quicker than an answer, so one bad answer spoils the figure. */
    private static Outcome outcome(Door door, String[] values, double[] use) {
        if (Long.parseLong(values[2]) > 0) {
            throw new IllegalStateException(values[2] + " answers of " + door.id() + " were not 2xx");
        }
        double micros = Double.parseDouble(values[1]);
        return new Outcome(
                Double.parseDouble(values[0]) / micros * 1_000_000,
                Double.parseDouble(values[3]) / 1000,
                Double.parseDouble(values[4]) / 1000,
                Math.max(0, 1 - (use[0] + use[1]) / 1000 / micros),
                use[1] / 1000 / micros);
    }

    /** Nanoseconds on a processor and waiting for one, as last seen before the end. */
    private static double[] watch(Process process) throws InterruptedException {
        double[] use = {0, 0};
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
            double[] now = {0, 0};
            try (Stream<Path> threads = Files.list(tasks)) {
                for (Path thread : threads.toList()) {
                    String[] values =
                            Files.readString(thread.resolve("schedstat")).split(" ");
                    now[0] += Double.parseDouble(values[0]);
                    now[1] += Double.parseDouble(values[1]);
                }
                use = now[0] < use[0] ? use : now;
            } catch (IOException justEnded) {
                return use;
            }
        }
        return use;
    }

    /**
     * What is driven.
     *
     * @param id part of the figures' ids
     * @param token null for none
     */
    record Door(String id, String url, String token) {

        /** The same in an open loop: {@code wrk} has none. */
        Load load() {
            URI uri = URI.create(url);
            byte[] request = Wire.request(uri, "GET", uri.getPath(), token, "", new byte[0]);
            return new Load(uri, _ -> request);
        }
    }
}
