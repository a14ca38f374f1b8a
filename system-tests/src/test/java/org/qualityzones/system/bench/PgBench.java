package org.qualityzones.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qualityzones.system.bench.harness.Bench;

/** Runs {@code pgbench} (Debian: postgresql-contrib or postgresql-client) on a script. */
final class PgBench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");

    private PgBench() {}

    /** Fails with what to install where there is none. */
    static void require() throws IOException {
        try {
            new ProcessBuilder("pgbench", "--version").start();
        } catch (IOException e) {
            throw new IOException("pgbench is not installed; Debian: apt-get install postgresql-contrib", e);
        }
    }

    /** Transactions a second, without the time to connect. */
    static double rate(Bench bench, String database, Path script, int clients, Duration span) {
        List<String> command = List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--jobs=2",
                "--client=" + clients,
                "--time=" + span.toSeconds(),
                "--file=" + script,
                "--host=" + bench.suite().env("PG_HOST"),
                "--port=" + bench.suite().env("PG_PORT"),
                "--username=" + bench.suite().env("PG_SUPERUSER"),
                database);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", bench.suite().env("PG_PASSWORD"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(output);
            Matcher failed = FAILED.matcher(output);
            if (process.waitFor() != 0
                    || !rate.find()
                    || (failed.find() && !failed.group(1).equals("0"))) {
                throw new IllegalStateException("pgbench failed: " + output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "pgbench cannot be run; it comes with Debian's postgresql-client packages", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
