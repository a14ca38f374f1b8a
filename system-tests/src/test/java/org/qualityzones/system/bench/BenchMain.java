package org.qualityzones.system.bench;

import java.util.List;
import org.qualityzones.system.bench.engine.EngineBench;
import org.qualityzones.system.bench.gateway.GatewayBench;
import org.qualityzones.system.bench.harness.Benchmark;
import org.qualityzones.system.bench.harness.Runner;
import org.qualityzones.system.bench.start.StartBench;

/** {@code ./run bench [NAME…]}. */
public final class BenchMain {

    /** In the order in which all of them run. */
    private static final List<Benchmark> ALL = List.of(
            new EngineBench(),
            new GatewayBench(),
            new StartBench(),
            new DeclareBench(),
            new LagBench(),
            new BurstBench(),
            new GrowthBench(),
            new ImpactBench(),
            new BulkBench());

    private BenchMain() {}

    public static void main(String[] arguments) {
        System.exit(new Runner(ALL).run(List.of(arguments)));
    }
}
