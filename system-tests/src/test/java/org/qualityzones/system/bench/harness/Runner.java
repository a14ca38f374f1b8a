package org.qualityzones.system.bench.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the benchmarks that were asked for, one after the other, each with a suite of its own. */
public final class Runner {

    private final List<Benchmark> all;

    public Runner(List<Benchmark> all) {
        this.all = all;
    }

    /** Answers the exit code: 1 when something could not be measured, 2 when the words were not understood. */
    public int run(List<String> words) {
        Arguments arguments;
        List<Benchmark> chosen;
        try {
            arguments = Arguments.parse(words);
            chosen = chosen(arguments.names());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        if (arguments.list()) {
            all.forEach(benchmark -> System.out.printf("%-10s %s%n", benchmark.name(), benchmark.about()));
            return 0;
        }
        System.out.printf(
                "profile %s, %d repeats of %d s, seed %d%n",
                arguments.effort().profile().label(),
                arguments.effort().repeats(),
                arguments.effort().span().toSeconds(),
                arguments.seed());
        List<String> failed = new ArrayList<>();
        for (Benchmark benchmark : chosen) {
            if (!measured(benchmark, arguments)) {
                failed.add(benchmark.name());
            }
        }
        if (!failed.isEmpty()) {
            System.err.println("\nNot measured: " + String.join(", ", failed));
        }
        return failed.isEmpty() ? 0 : 1;
    }

    private static boolean measured(Benchmark benchmark, Arguments arguments) {
        System.out.println("\n" + benchmark.name() + ": " + benchmark.about());
        Path checkout = Bench.checkout();
        Report report = new Report(benchmark.name(), Machine.here(checkout), arguments);
        boolean whole = false;
        try (Bench bench = new Bench(arguments)) {
            benchmark.run(bench, report);
            whole = true;
        } catch (Exception | AssertionError e) {
            report.untrusted("it ended early: " + e.getMessage());
            e.printStackTrace();
        }
        report.close(checkout.resolve("target/reports"));
        return whole;
    }

    private List<Benchmark> chosen(List<String> names) {
        return names.isEmpty() ? all : names.stream().map(this::named).toList();
    }

    private Benchmark named(String name) {
        Optional<Benchmark> found =
                all.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("No benchmark is called " + name + "; there are "
                + String.join(", ", all.stream().map(Benchmark::name).toList())));
    }
}
