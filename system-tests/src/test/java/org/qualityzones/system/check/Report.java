package org.qualityzones.system.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.qualityzones.system.bench.harness.Machine;
import org.qualityzones.system.client.Json;

/** The table of all checks of a run, written when the run ends, also as JSON. */
final class Report implements AutoCloseable {

    private static final String FORMAT = "%-4s %-46s %6s %6s %5s %6s %6s %9s %9s  %s%n";

    /** Parts of the checks that this machine or this suite cannot do, each with the reason. */
    private static final Map<String, String> LEFT_OUT = leftOut();

    private static final String PROFILE = System.getProperty("qz.profile", "ci");
    private static final Path ROOT = Path.of(System.getProperty("qz.root", ".."));

    private final List<CheckRun.Row> rows = new ArrayList<>();
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Machine machine = Machine.here(ROOT);

    static boolean isCheck(String tag) {
        return tag.matches("[A-E][0-9]{1,2}");
    }

    synchronized void enter(CheckRun.Row row) {
        rows.add(row);
    }

    @Override
    public synchronized void close() throws IOException {
        Path folder = Files.createDirectories(ROOT.resolve("target").resolve("reports"));
        Files.writeString(folder.resolve("faults.txt"), table());
        Files.writeString(folder.resolve("faults.json"), json().toPrettyString() + "\n");
        System.out.print(table());
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        table.append(FORMAT.formatted(
                "", "check", "runs", "faults", "lost", "double", "order", "p50 ms", "p99 ms", "verdict"));
        rows.stream()
                .sorted(Comparator.comparing(row -> sortable(row.check())))
                .forEach(row -> table.append(FORMAT.formatted(
                        row.check(),
                        row.name(),
                        row.runs(),
                        row.faults(),
                        row.lost(),
                        row.doubled(),
                        row.outOfOrder(),
                        row.p50() == null ? "-" : row.p50(),
                        row.p99() == null ? "-" : row.p99(),
                        row.verdict() + (row.detail().isEmpty() ? "" : ": " + row.detail()))));
        LEFT_OUT.forEach((check, why) -> table.append("%-4s left out: %s%n".formatted(check, why)));
        return table.toString();
    }

    private JsonNode json() {
        ObjectNode json = Json.object("{}");
        json.put("at", at.toString()).put("commit", machine.commit()).put("modified", machine.modified());
        json.put("command", command()).put("profile", PROFILE).put("seed", RunSeed.value());
        json.set("machine", machine.json());
        json.set("checks", Json.tree(rows));
        json.set("leftOut", Json.tree(LEFT_OUT));
        return json;
    }

    /** What does the same again. */
    private String command() {
        String ids = rows.stream()
                .map(CheckRun.Row::check)
                .distinct()
                .sorted(Comparator.comparing(Report::sortable))
                .collect(Collectors.joining(","));
        return "./run faults --profile " + (PROFILE.equals("full") ? "full" : "ci") + " --seed " + RunSeed.value()
                + " --only " + ids;
    }

    private static String sortable(String check) {
        return String.format(Locale.ROOT, "%s%02d", check.charAt(0), Integer.parseInt(check.substring(1)));
    }

    private static Map<String, String> leftOut() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String one : Arrays.asList(
                "A2 the point of a checkpoint's write: no service writes checkpoints",
                "A6 KIP-848's protocol: the services use the classic one",
                "A15 eighteen of the thirty pairs; links down in a network namespace need a privileged user",
                "A16 row-level security, SSRF at registration only, a cap without a lock: held by the services' own tests;"
                        + " publishing before the commit: the outbox cannot",
                "E1 the gateway itself: nothing stands before it here",
                "E2 a full disk needs a mounted file system; a deadlock: nothing looks for one",
                "E3 shares and delays of an overload: generator and suite have the same two processors; ./run bench burst",
                "E4 jitter of delays: RetryScheduleTest; breaker: the gateway has none, it repeats once at most")) {
            reasons.put(one.substring(0, one.indexOf(' ')), one.substring(one.indexOf(' ') + 1));
        }
        return reasons;
    }
}
