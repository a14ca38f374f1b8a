package org.qualityzones.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Benchmark;
import org.qualityzones.system.bench.harness.Figures;
import org.qualityzones.system.bench.harness.Load;
import org.qualityzones.system.bench.harness.Report;
import org.qualityzones.system.bench.harness.Report.Bar;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.Processes;

/**
 * What a rule set would have changed, over the decisions of a month: how long the report takes with the machine to itself
 * and beside declarations at a steady rate, what these wait for it, and whether its memory grows with what it has looked at.
 */
final class ImpactBench implements Benchmark {

    private static final double PER_SECOND = 50;
    private static final int CONNECTIONS = 64;
    private static final int MOST_REPEATS = 5;
    private static final Duration SHORTEST = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String VERSION = "2026.901";
    private static final String SETS = "/api/v1/rule-sets";
    private static final double EARLY = 0.05;
    private static final double LATE = 0.80;
    private static final Bar IDLE = Bar.atMost("target", 60);
    private static final Bar BESIDE = Bar.atMost("target", 150);
    private static final Bar DOUBLED = Bar.atMost("target", 2);
    private static final Bar FLAT = Bar.atMost("target", 1.2);
    private static final int WHOLE = 1_000_000;

    @Override
    public String name() {
        return "impact";
    }

    @Override
    public String about() {
        return "an impact report over past decisions, alone and beside 50 declarations a second";
    }

    @Override
    public void run(Bench bench, Report report) throws IOException, SQLException {
        int size =
                switch (bench.effort().profile()) {
                    case QUICK -> 20_000;
                    case DEFAULT -> 200_000;
                    case FULL -> WHOLE;
                };
        Declaring declaring = new Declaring(bench);
        PastDecisions past = new PastDecisions(bench, new Postgres(bench.suite()), declaring);
        bench.progress("adding %,d decisions".formatted(size));
        past.add(size);
        Reports reports = new Reports(bench, past);
        reports.draft();
        Duration span = bench.effort().quick() || bench.effort().span().compareTo(SHORTEST) > 0
                ? bench.effort().span()
                : SHORTEST;
        load(declaring, bench.effort().warmUp());
        memory(bench, report, reports, size);
        measure(bench, report, declaring, reports, size, span);
    }

    private void measure(Bench bench, Report report, Declaring declaring, Reports reports, int size, Duration span) {
        List<Double> idle = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        List<Double> service = new ArrayList<>();
        List<Double> server = new ArrayList<>();
        List<Double> aloneP99 = new ArrayList<>();
        List<Double> besideP99 = new ArrayList<>();
        int repeats = Math.min(MOST_REPEATS, bench.effort().repeats());
        Processes processes = bench.suite().processes();
        for (int i = 0; i < repeats; i++) {
            bench.pause(Duration.ofSeconds(2));
            Duration ours = processes.processorTime(Member.INSPECTION);
            Duration database = processes.processorTime(Member.POSTGRES);
            Took took = reports.start().await();
            idle.add(took.secondsPerMillion());
            service.add(took.micros(processes.processorTime(Member.INSPECTION).minus(ours)));
            server.add(took.micros(processes.processorTime(Member.POSTGRES).minus(database)));
            bench.pair(
                    () -> aloneP99.add(load(declaring, span).into(report).millis(99)),
                    () -> beside(declaring, reports, report, span, beside, besideP99));
            bench.progress("repeat %d of %d: a million in %.1f s, beside %.0f/s in %.1f s; p99 %.1f ms, alone %.1f ms"
                    .formatted(
                            i + 1,
                            repeats,
                            idle.getLast(),
                            PER_SECOND,
                            beside.getLast(),
                            besideP99.getLast(),
                            aloneP99.getLast()));
        }
        String id = "impact." + size;
        String over = "%,d decisions".formatted(size);
        String per = size == WHOLE ? over : "a million, reckoned from " + over;
        report.figure(id + ".idle", per + ", machine to itself", new Figures(idle), "s", bars(size, IDLE));
        report.figure(
                id + ".cpu.inspection", "processor time of inspection for a decision", new Figures(service), "µs");
        report.figure(id + ".cpu.postgres", "processor time of PostgreSQL for it", new Figures(server), "µs");
        report.figure(
                id + ".beside",
                per + ", beside %.0f declarations/s".formatted(PER_SECOND),
                new Figures(beside),
                "s",
                bars(size, BESIDE));
        Figures with = new Figures(besideP99);
        Figures without = new Figures(aloneP99);
        report.figure(id + ".p99", "p99 of the declarations beside it", with, "ms");
        report.figure(id + ".alone.p99", "p99 of the declarations without it", without, "ms");
        report.ratio(
                id + ".p99-ratio",
                "p99 of declarations, beside a report ÷ without",
                with.over(without),
                id + ".p99",
                id + ".alone.p99",
                DOUBLED);
    }

    private static Bar[] bars(int size, Bar bar) {
        return size == WHOLE ? new Bar[] {bar} : new Bar[0];
    }

    private static Load.Outcome load(Declaring declaring, Duration span) {
        return declaring.load().open(PER_SECOND, CONNECTIONS, span);
    }

    /** Loads for as long as the report runs; of several spans the last, in which it ended, does not count for latency. */
    private static void beside(
            Declaring declaring,
            Reports reports,
            Report report,
            Duration span,
            List<Double> seconds,
            List<Double> p99) {
        Reports.Running running = reports.start();
        List<Load.Outcome> spans = new ArrayList<>();
        do {
            spans.add(load(declaring, span).into(report));
        } while (!running.hasEnded());
        Histogram latency = spans.getFirst().latency().copy();
        spans.stream().skip(1).limit(Math.max(0, spans.size() - 2)).forEach(one -> latency.add(one.latency()));
        double value = latency.getValueAtPercentile(99) / 1000.0;
        seconds.add(running.await().secondsPerMillion());
        p99.add(value);
        report.measurement("impact.beside")
                .put("secondsPerMillion", seconds.getLast())
                .put("spans", spans.size())
                .put("p50Millis", latency.getValueAtPercentile(50) / 1000.0)
                .put("p99Millis", value);
    }

    /** What is left of the heap after a collection, early and late in one report. */
    private static void memory(Bench bench, Report report, Reports reports, int size) {
        Heap heap = new Heap(bench.suite().processes().of(Member.INSPECTION).pid());
        Reports.Running running = reports.start();
        running.awaitShare(EARLY);
        double early = heap.mebibytesLive();
        running.awaitShare(LATE);
        double late = heap.mebibytesLive();
        running.await();
        bench.progress("heap %.0f MiB early, %.0f MiB late".formatted(early, late));
        String id = "impact." + size + ".heap";
        report.figure(id + ".early", "heap after a collection, early in a report", Figures.of(early), "MiB");
        report.figure(id + ".late", "heap after a collection, late in it", Figures.of(late), "MiB");
        report.ratio(id + "-ratio", "heap late ÷ early", Figures.of(late / early), id + ".late", id + ".early", FLAT);
    }

    /** Impact reports of one draft. */
    private static final class Reports {

        private final Bench bench;
        private final Client authority;
        private final String from;

        Reports(Bench bench, PastDecisions past) {
            this.bench = bench;
            this.authority = bench.callers().as("AUTHORITY");
            this.from = Instant.ofEpochMilli(past.firstMillis()).toString();
        }

        /** A draft that samples fewer lots with a certificate and looks at the documents of what was released. */
        void draft() throws IOException {
            ObjectNode document = (ObjectNode) Json.read(Files.readString(
                    bench.root().resolve("inspection-service/src/main/resources/rulesets/2026.1.json")));
            document.put("version", VERSION);
            for (JsonNode rule : document.path("rules")) {
                if (rule.path("id").asText().equals("application")) {
                    ((ObjectNode) rule).put("when", "line.certificateRequested && line.lotSize > 60000");
                }
            }
            authority.post(SETS, document).expect(201);
            JsonNode lint = authority
                    .post(SETS + "/" + VERSION + "/lint", Json.object("{}"))
                    .expect(200)
                    .json();
            bench.progress("the draft has " + lint.path("errors").asInt() + " errors");
        }

        Running start() {
            String job = authority
                    .post(SETS + "/" + VERSION + "/impact-reports", Json.object("{'from': '%s'}".formatted(from)))
                    .expect(202)
                    .header("Location");
            return new Running(job);
        }

        private final class Running {

            private final String job;

            Running(String job) {
                this.job = job;
            }

            private JsonNode json() {
                return authority.get(job).expect(200).json();
            }

            boolean hasEnded() {
                return !json().path("state").asText().equals("RUNNING");
            }

            /** Waits until so much of it is done. */
            void awaitShare(double share) {
                JsonNode found = json();
                while (found.path("state").asText().equals("RUNNING")
                        && found.at("/progress/done").asDouble()
                                < share
                                        * Math.max(
                                                1, found.at("/progress/total").asDouble())) {
                    bench.pause(POLL);
                    found = json();
                }
                if (!found.path("state").asText().equals("RUNNING")) {
                    throw new IllegalStateException("The report ended before anything was seen of it: " + found);
                }
            }

            Took await() {
                while (!hasEnded()) {
                    bench.pause(POLL);
                }
                JsonNode report = authority
                        .get(SETS + "/" + VERSION + "/impact-reports/" + job.substring(job.lastIndexOf('/') + 1))
                        .expect(200)
                        .json();
                if (!report.path("status").asText().equals("DONE")) {
                    throw new IllegalStateException("The report is " + report.path("status"));
                }
                Duration took = Duration.between(
                        Instant.parse(report.path("requestedAt").asText()),
                        Instant.parse(report.path("finishedAt").asText()));
                return new Took(took, report.path("done").asLong());
            }
        }
    }

    /** How long a report took, over how many decisions. */
    private record Took(Duration time, long decisions) {

        double micros(Duration processor) {
            return processor.toNanos() / 1e3 / decisions;
        }

        double secondsPerMillion() {
            return time.toNanos() / 1e9 / decisions * WHOLE;
        }
    }
}
