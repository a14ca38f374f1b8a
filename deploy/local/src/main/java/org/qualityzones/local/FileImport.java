package org.qualityzones.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.qualityzones.local.client.AlertFile;
import org.qualityzones.local.client.CallLog;
import org.qualityzones.local.client.DataFile;
import org.qualityzones.local.client.Gateway;
import org.qualityzones.local.client.Import;

/** Sends a file to an import route and follows its job to the end. Ctrl-C leaves the job running, and says so. */
final class FileImport {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String TABLE = "text/csv";
    private static final String LINES = "application/x-ndjson";

    private final StackEnv env;
    private final Layout layout;
    private final PrintStream out;
    private final AtomicReference<Import> running = new AtomicReference<>();

    FileImport(StackEnv env, Layout layout, PrintStream out) {
        this.env = env;
        this.layout = layout;
        this.out = out;
    }

    /** Fails when the job did, or when a row was refused. */
    void run(Command.Import command) {
        Path file = layout.given(command.file());
        DataFile.require(file);
        String path = command.kind().path();
        String contentType = file.toString().endsWith("json") ? LINES : TABLE;
        if (command.kind() == ImportKind.ALERTS) {
            AlertFile alerts = AlertFile.at(file, command.format());
            path += "?format=" + alerts.format();
            contentType = alerts.format().contentType();
        }
        out.printf("Sending %s (%.1f MB) to %s%n", file, DataFile.size(file) / 1e6, path);
        Runtime.getRuntime().addShutdownHook(new Thread(this::sayThatItGoesOn, "farewell"));
        long begun = System.nanoTime();
        Gateway suite = new Gateway(env.values(), CallLog.NONE);
        String target = path;
        String type = contentType;
        Import sent = carry(() -> Import.send(suite, command.as().name(), target, type, file));
        tell(sent, Duration.ofNanos(System.nanoTime() - begun));
    }

    /**
     * Sends the file, and again after a job that was cut short, for as long as that brings it further: rows that are there
     * stay as they are.
     */
    private Import carry(Supplier<Import> sending) {
        Import sent = sending.get();
        JsonNode job = follow(sent);
        for (long furthest = 0; isCutShort(job, furthest); job = follow(sent)) {
            furthest = job.at("/progress/done").asLong();
            out.printf(
                    "The job was cut short after %d rows (%s): sending the file again, rows that are there stay as they are%n",
                    furthest, job.path("failure").asText());
            sent = sending.get();
        }
        require(job, sent);
        return sent;
    }

    private static boolean isCutShort(JsonNode job, long furthest) {
        return job.path("state").asText().equals("FAILED")
                && job.at("/progress/done").asLong() > furthest;
    }

    private JsonNode follow(Import sent) {
        running.set(sent);
        ProgressBar bar = new ProgressBar(out, sent.rows(), "rows");
        try {
            JsonNode job = sent.look();
            while (job.path("state").asText().equals("RUNNING")) {
                bar.show(job.at("/progress/done").asLong());
                LockSupport.parkNanos(PAUSE.toNanos());
                job = sent.look();
            }
            bar.end(job.at("/progress/done").asLong());
            return job;
        } finally {
            running.set(null);
        }
    }

    private void require(JsonNode job, Import sent) {
        if (!job.path("state").asText().equals("SUCCEEDED")) {
            throw new LocalException("The import " + job.path("state").asText() + ": "
                    + job.path("failure").asText("it was stopped") + "\nRows worked on until then: "
                    + job.at("/progress/done").asLong() + ", see " + show(sent)
                    + "\nSend the file again: rows that are there stay as they are");
        }
    }

    private void tell(Import sent, Duration took) {
        Import.Outcome outcome = sent.outcome();
        out.printf(
                Locale.ROOT,
                "%d rows in %.1f s: %s%n",
                outcome.byStatus().values().stream().mapToLong(Long::longValue).sum(),
                took.toMillis() / 1000.0,
                words(outcome.byStatus()));
        if (!outcome.byRemark().isEmpty()) {
            out.println("flags: " + words(outcome.byRemark()));
        }
        outcome.bad().forEach(row -> out.println("  " + row));
        out.println("Each row's outcome: " + show(sent));
        if (outcome.refused() > 0) {
            throw new LocalException(outcome.refused() + " rows were refused, all others are kept");
        }
    }

    private void sayThatItGoesOn() {
        Import sent = running.get();
        if (sent != null) {
            out.println("\nThe import goes on without you as job " + sent.job() + ".");
            out.println("  how far it is: " + curl(sent, "", sent.job()));
            out.println("  stop it:       " + curl(sent, "-X DELETE ", sent.job()));
        }
    }

    private String show(Import sent) {
        return curl(sent, "", sent.job() + "/results");
    }

    private String curl(Import sent, String method, String path) {
        return "curl -s " + method + "-H \"Authorization: Bearer $(./run token " + sent.role() + ")\" "
                + (path.startsWith("http") ? path : env.get("GATEWAY_URL") + path);
    }

    private static String words(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }
}
