package org.qualityzones.system.bench.harness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qualityzones.system.client.Json;

/**
 * What one benchmark found: a table on the screen and {@code target/reports/bench-NAME.json}.
 *
 * <pre>
 * {
 *   "benchmark": "declare", "at": "2026-11-22T07:10:00Z", "seconds": 512,
 *   "commit": "1f0c…", "modified": false,          whether the work tree differed from the commit
 *   "command": "./run bench declare --profile full --repeats 7 --seconds 20 --seed 42",
 *   "profile": "full", "seed": 42,
 *   "machine": {"processor": …, "cores": 2, "memoryMiB": …, "kernel": …, "java": …, "busyBefore": 0.01},
 *   "generator": {"idle": 0.83, "starved": 0.04, "processorsBusy": 0.97},   the worst of all measurements
 *   "trusted": true, "reasons": [],                 why not, a sentence each
 *   "figures": [
 *     {"id": "declare.ratio", "text": …, "unit": "", "repeats": 7, "min": …, "median": …, "max": …, "values": […],
 *      "of": ["declare.rate", "declare.pgbench"],   only for a ratio: which figures, in pairs
 *      "bars": [{"name": "floor", "comparison": ">=", "value": 0.25, "met": true}, …]}
 *   ],
 *   "measurements": [{"what": …, …}]                 the single repetitions, for the record
 * }
 * </pre>
 *
 * The id of a figure is stable: {@code NAME.what}, lower case, words joined by hyphens.
 */
public final class Report {

    /** More than this share of waiting for a processor, and the times say more about the driver. */
    private static final double STARVED = 0.25;

    /** A driver that is busier than this cannot send more, whatever it measures. */
    private static final double LEAST_IDLE = 0.2;

    /** More than this share of the processors in others' use, and pairs may have met different machines. */
    private static final double QUIET = 0.15;

    private final ObjectNode json = Json.object("{}");
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> reasons = new LinkedHashSet<>();
    private final List<String> rows = new ArrayList<>();
    private final String name;
    private final long begun = System.nanoTime();
    private final Processor.Ticks ticks = Processor.Ticks.now();
    private double idle = 1;
    private double starved;

    Report(String name, Machine machine, Arguments arguments) {
        this.name = name;
        if (machine.busyBefore() > QUIET) {
            untrusted(String.format(
                    Locale.ROOT,
                    "the machine was not quiet: others used %.0f %% of its processors just before",
                    100 * machine.busyBefore()));
        }
        json.put("benchmark", name);
        json.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.put("commit", machine.commit()).put("modified", machine.modified());
        json.put("command", arguments.command(name));
        json.put("profile", arguments.effort().profile().label());
        json.put("seed", arguments.seed());
        json.set("machine", machine.json());
        json.putArray("figures");
        json.putArray("measurements");
    }

    /**
     * What a figure must be.
     *
     * @param name such as {@code floor} or {@code target}
     * @param least whether the figure's median must be at least the value, else at most
     */
    public record Bar(String name, double value, boolean least) {

        public static Bar atLeast(String name, double value) {
            return new Bar(name, value, true);
        }

        public static Bar atMost(String name, double value) {
            return new Bar(name, value, false);
        }

        boolean met(Figures figures) {
            return least ? figures.median() >= value : figures.median() <= value;
        }
    }

    /**
     * Reports a figure.
     *
     * @param id stable, {@code NAME.what}
     * @param text what it is, for readers of the table
     * @param unit such as {@code /s} or {@code ms}; empty for a ratio
     * @param bars what its median must be, none for a figure that is only shown
     */
    public void figure(String id, String text, Figures figures, String unit, Bar... bars) {
        add(id, text, figures, unit, bars);
    }

    /** Reports one figure over another, pair by pair; both have been reported before. */
    public void ratio(String id, String text, Figures ratios, String of, String over, Bar... bars) {
        if (!ids.contains(of) || !ids.contains(over)) {
            throw new IllegalArgumentException(id + " needs " + of + " and " + over);
        }
        add(id, text, ratios, "", bars).putArray("of").add(of).add(over);
    }

    private ObjectNode add(String id, String text, Figures figures, String unit, Bar... bars) {
        if (!id.matches(name + "(\\.[a-z0-9]+(-[a-z0-9]+)*)+") || !ids.add(id)) {
            throw new IllegalArgumentException("Not a new id of " + name + ": " + id);
        }
        ObjectNode node = json.withArray("figures").addObject();
        node.put("id", id).put("text", text).put("unit", unit);
        node.put("repeats", figures.values().size());
        node.put("min", figures.min()).put("median", figures.median()).put("max", figures.max());
        ArrayNode values = node.putArray("values");
        figures.values().forEach(values::add);
        ArrayNode required = node.putArray("bars");
        StringBuilder verdict = new StringBuilder();
        for (Bar bar : bars) {
            required.addObject()
                    .put("name", bar.name())
                    .put("comparison", bar.least() ? ">=" : "<=")
                    .put("value", bar.value())
                    .put("met", bar.met(figures));
            verdict.append("  ").append(bar.name()).append(bar.least() ? " ≥ " : " ≤ ");
            verdict.append(Figures.number(bar.value())).append(bar.met(figures) ? " met" : " NOT MET");
        }
        rows.add(String.format(Locale.ROOT, "%-72s %-30s%s", text, (figures.text() + " " + unit).strip(), verdict)
                .stripTrailing());
        return node;
    }

    /** What one repetition measured, for the record. */
    public ObjectNode measurement(String what) {
        return json.withArray("measurements").addObject().put("what", what);
    }

    /**
     * How the driver of one measurement fared; the worst is reported, and a driver that starved makes the whole
     * untrusted.
     *
     * @param idle share of its time in which it waited for answers or for the next request to fall due
     * @param starved share of its time in which it could have run and had no processor
     */
    public void generator(double idle, double starved) {
        this.idle = Math.min(this.idle, idle);
        this.starved = Math.max(this.starved, starved);
    }

    /** Marks the whole as not to be trusted. */
    public void untrusted(String reason) {
        reasons.add(reason);
    }

    private void judge() {
        if (starved > STARVED) {
            untrusted(
                    String.format(Locale.ROOT, "the driver waited for a processor %.0f %% of its time", 100 * starved));
        }
        if (idle < LEAST_IDLE) {
            untrusted(String.format(Locale.ROOT, "the driver was idle only %.0f %% of its time", 100 * idle));
        }
    }

    /** Prints the table and writes the file, which holds what was found so far when a benchmark fails. */
    void close(Path folder) {
        judge();
        double busy = Processor.Ticks.now().busyShareSince(ticks);
        json.put("seconds", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        json.putObject("generator").put("idle", idle).put("starved", starved).put("processorsBusy", busy);
        json.put("trusted", reasons.isEmpty());
        ArrayNode why = json.putArray("reasons");
        reasons.forEach(why::add);

        System.out.println("\n" + name);
        rows.forEach(row -> System.out.println("  " + row));
        System.out.printf(
                Locale.ROOT,
                "  driver idle %.0f %%, waiting for a processor %.0f %%, processors busy %.0f %%%n",
                100 * idle,
                100 * starved,
                100 * busy);
        reasons.forEach(reason -> System.out.println("  NOT TRUSTED: " + reason));
        try {
            Path file = Files.createDirectories(folder).resolve("bench-" + name + ".json");
            Files.writeString(file, json.toPrettyString() + "\n");
            System.out.println("  " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
