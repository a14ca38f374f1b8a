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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qualityzones.system.bench.harness.Machine;
import org.qualityzones.system.client.Json;

/** The table of all checks of a run, written when the run ends, also as JSON. */
final class Report implements AutoCloseable {

    /** All there are; the report of some of them is named by them. */
    static final List<String> CHECKS =
            List.of("A1", "A2", "A4", "A6", "A7", "A8", "A10", "A11", "A15", "A16", "B1", "B2", "E1", "E2", "E3", "E4");

    /** What of one fault may go wrong and still not show in so many: three in all, at 95 %. */
    private static final List<String> BOUNDED = List.of("A1", "A2", "A4");

    private static final String FORMAT = "%-4s %-46s %6s %6s %5s %6s %6s %9s %9s %6s  %s%n";
    private static final long LONGEST_CI_SECONDS = 12 * 60L;

    /** Parts of the acceptance checks that this machine or this suite does not do, and counts below theirs. */
    /** Stands for every check. */
    private static final String EVERY = "all";

    private static final Map<String, String> LEFT_OUT = leftOut();

    private static final String PROFILE = "full".equals(System.getProperty("qz.profile")) ? "full" : "ci";
    private static final Path ROOT = Path.of(System.getProperty("qz.root", ".."));

    private final List<CheckRun.Row> rows = new ArrayList<>();
    private final Set<String> entered = new HashSet<>();
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Path root;
    private final Machine machine;

    /** A report that begins now: what the machine does meanwhile is looked at before the first check. */
    Report() {
        this(ROOT, Machine.here(ROOT));
    }

    Report(Path root, Machine machine) {
        this.root = root;
        this.machine = machine;
    }

    static boolean isCheck(String tag) {
        return tag.matches("[A-E][0-9]{1,2}");
    }

    /** @param test unique in the run */
    synchronized void enter(String test, CheckRun.Row row) {
        if (!CHECKS.contains(row.check())) {
            throw new IllegalStateException(row.check() + " is not in the list of checks");
        }
        entered.add(test);
        rows.add(row);
    }

    synchronized boolean hasEntered(String test) {
        return entered.contains(test);
    }

    @Override
    public synchronized void close() throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        Path folder = Files.createDirectories(root.resolve("target").resolve("reports"));
        Files.writeString(folder.resolve("faults.txt"), table());
        Files.writeString(folder.resolve(fileName()), json().toPrettyString() + "\n");
        System.out.print(table());
    }

    private String fileName() {
        return ids().equals(CHECKS) ? "faults.json" : "faults-" + String.join("-", ids()) + ".json";
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        table.append(FORMAT.formatted(
                "", "check", "runs", "faults", "lost", "double", "order", "p50 ms", "p99 ms", "s", "verdict"));
        rows.stream()
                .sorted(Comparator.comparing(row -> sortable(row.check())))
                .forEach(row -> table.append(FORMAT.formatted(
                        row.check(),
                        row.name(),
                        row.runs(),
                        row.faults(),
                        shown(row.lost()),
                        shown(row.doubled()),
                        shown(row.outOfOrder()),
                        shown(row.p50()),
                        shown(row.p99()),
                        Math.round(row.seconds()),
                        verdict(row))));
        bounds().forEach((check, bound) -> table.append(
                "%-4s nothing lost or doubled: so do at most %s %% of such faults (95 %%)%n".formatted(check, bound)));
        leftOutOfThese().forEach((check, why) -> table.append("%-4s left out: %s%n".formatted(check, why)));
        boolean late = PROFILE.equals("ci") && seconds() > LONGEST_CI_SECONDS;
        table.append("Fault checks: %d rows, %d s in all%s; figures in target/reports/%s%n"
                .formatted(rows.size(), Math.round(seconds()), late ? ", more than 12 minutes" : "", fileName()));
        return table.toString();
    }

    private static String verdict(CheckRun.Row row) {
        List<String> more = new ArrayList<>();
        if (row.bar() != null && row.p99() > row.bar()) {
            more.add("p99 over its bar of " + row.bar() + " ms");
        }
        row.spans().forEach(span -> more.add(span.text()));
        if (row.load() != null) {
            more.add(row.load().text());
        }
        if (!row.detail().isEmpty()) {
            more.add(row.detail());
        }
        return row.verdict() + (more.isEmpty() ? "" : ": " + String.join("; ", more));
    }

    private static String shown(Number counted) {
        return counted == null ? "–" : counted.toString();
    }

    private JsonNode json() {
        ObjectNode json = Json.object("{}");
        json.put("at", at.toString()).put("commit", machine.commit()).put("modified", machine.modified());
        json.put("command", command()).put("profile", PROFILE).put("seed", RunSeed.value());
        json.put("seconds", Math.round(seconds()));
        json.set("machine", machine.json());
        json.set("checks", Json.tree(rows));
        json.set("bounds", Json.tree(bounds()));
        json.set("leftOut", Json.tree(leftOutOfThese()));
        return json;
    }

    private double seconds() {
        return rows.stream().mapToDouble(CheckRun.Row::seconds).sum();
    }

    /** Share of faults, in percent, that may do harm though none did; only of checks that counted and found nothing. */
    private Map<String, Double> bounds() {
        Map<String, Double> bounds = new LinkedHashMap<>();
        for (String check : BOUNDED) {
            List<CheckRun.Row> all =
                    rows.stream().filter(row -> row.check().equals(check)).toList();
            int faults = all.stream().mapToInt(CheckRun.Row::faults).sum();
            if (faults > 0 && all.stream().allMatch(Report::isClean)) {
                bounds.put(check, Math.min(100, Math.ceil(3000.0 / faults) / 10));
            }
        }
        return bounds;
    }

    private static boolean isClean(CheckRun.Row row) {
        return row.verdict().equals("holds")
                && Integer.valueOf(0).equals(row.lost())
                && Integer.valueOf(0).equals(row.doubled())
                && Integer.valueOf(0).equals(row.outOfOrder());
    }

    /** What the checks that ran leave out. */
    private Map<String, String> leftOutOfThese() {
        Map<String, String> reasons = new LinkedHashMap<>(LEFT_OUT);
        List<String> ran = ids();
        reasons.keySet().removeIf(check -> !check.equals(EVERY) && !ran.contains(check));
        return reasons;
    }

    private List<String> ids() {
        return CHECKS.stream()
                .filter(check -> rows.stream().anyMatch(row -> row.check().equals(check)))
                .toList();
    }

    /** What does the same again. */
    private String command() {
        return "./run faults --profile " + PROFILE + " --seed " + RunSeed.value() + " --only "
                + String.join(",", ids());
    }

    private static String sortable(String check) {
        return String.format(Locale.ROOT, "%s%02d", check.charAt(0), Integer.parseInt(check.substring(1)));
    }

    private static Map<String, String> leftOut() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String one : Arrays.asList(
                "all half of the capacity as load, 50 declarations a second at least: full has it beside A1 (but for files of"
                        + " alerts), A4, A6, A11 and A15; ci has 5 a second with their reads, since services just started share"
                        + " two processors with it; A2 and E1 have callers some times a second, E3 its own",
                "A1 200 kills of one service: full only, beside 63 of every process in turn; recovery counts to a caller's"
                        + " answer, not to readiness",
                "A2 the point of a checkpoint's write: no service writes checkpoints",
                "A4 single backends and an immediate shutdown: the postmaster is killed, which ends all of them",
                "A6 KIP-848's protocol: the services use the classic one; 3 instances: two of each",
                "A7 32 writers of random duration: two sessions, whose order is forced",
                "A8 50,000 events: what the suite has sent before, each again up to five times with full; ci has 1,500 of a"
                        + " topic at most",
                "A10 20,000 good events: full only, ci has 1,000; redriving after a repair: the services' own tests",
                "A11 memory, speed of the drain, refusal behind a backlog; ten minutes: full only",
                "A15 eighteen of the thirty pairs; links down in a network namespace need a privileged user",
                "A16 row-level security, SSRF at registration only, a cap without a lock: held by the services' own tests;"
                        + " publishing before the commit: the outbox cannot",
                "B1 kills in between and two processes: kills with repeated keys are A1; 1,000 keys by 50 callers: full only",
                "B2 64 clients with 10,000 rounds: full only",
                "E1 the gateway itself: nothing stands before it here; resets of idle connections, pause of rebalances",
                "E2 a full disk needs a mounted file system; a deadlock: nothing looks for one",
                "E3 shares and delays of an overload: generator and suite have the same two processors; ./run bench burst",
                "E4 a minute of each failure: 60 calls of each; jitter of delays: RetryScheduleTest; breaker: the gateway has"
                        + " none, it repeats once at most")) {
            reasons.put(one.substring(0, one.indexOf(' ')), one.substring(one.indexOf(' ') + 1));
        }
        return reasons;
    }
}
