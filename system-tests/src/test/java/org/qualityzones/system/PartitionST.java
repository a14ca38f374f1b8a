package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.load.LoadBeside;
import org.qualityzones.system.oracle.Driver;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Meters;
import org.qualityzones.system.oracle.Oracle;
import org.qualityzones.system.suite.FaultProxy;
import org.qualityzones.system.suite.FaultProxy.Fault;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.Pause;
import org.qualityzones.system.suite.StackCommand;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * Twelve of the thirty pairs of an edge and a fault: every edge of inspection-service and that of the dispatcher, every kind
 * of fault. Declarations are filed meanwhile; each is answered once the edge heals, and counts once.
 */
@Tag("A15")
@Order(35)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class PartitionST {

    private static final Duration PERIOD = Duration.ofMillis(400);
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    /** The gateway's bound of an answer, and a second. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(31);

    private static final String THREADS = "jvm_threads_live_threads";
    private static final String CONNECTIONS = "agroal_active_count";

    /** Threads that come and go by themselves. */
    private static final int SOME_THREADS = 20;

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Profile profile = Profile.current();
    private final String uscc = CreditCode.random("330226");

    PartitionST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    @Test
    void shouldAnswerEverythingOnceEachEdgeHeals(CheckRun run) throws Exception {
        suite.logs().faultsBegin();
        try (FaultProxy inspection = FaultProxy.to(suite.port(Member.INSPECTION));
                FaultProxy postgres = FaultProxy.to(suite.port(Member.POSTGRES));
                FaultProxy kafka = FaultProxy.to(suite.port(Member.KAFKA));
                FaultProxy keycloak = FaultProxy.to(suite.port(Member.KEYCLOAK));
                Receiver receiver = Receiver.listen(suite.notes().resolve("partition-webhooks-" + uscc + ".log"));
                FaultProxy subscriber = receiver.behindProxy();
                Ledger ledger = new Ledger(suite.notes().resolve("partition-ledger-" + uscc + ".log"))) {
            putBetween(inspection, postgres, kafka, keycloak);
            receiver.subscribe(callers.as("INTEGRATOR"), uscc);
            Map<Edge, List<Fault>> cells = new LinkedHashMap<>();
            cells.put(
                    new Edge("gateway to inspection", inspection),
                    List.of(Fault.BLACKHOLE, Fault.ONE_WAY, Fault.RESET));
            cells.put(
                    new Edge("inspection to PostgreSQL", postgres), List.of(Fault.BLACKHOLE, Fault.RESET, Fault.SLOW));
            cells.put(new Edge("services to Kafka", kafka), List.of(Fault.BLACKHOLE, Fault.FLAPPING));
            cells.put(
                    new Edge("dispatcher to subscriber", subscriber), List.of(Fault.ONE_WAY, Fault.RESET, Fault.DELAY));
            cells.put(new Edge("inspection to Keycloak", keycloak), List.of(Fault.BLACKHOLE));

            Meters meters = new Meters(suite.env("INSPECTION_MANAGEMENT_URL"));
            Set<String> confirmed = new HashSet<>(filed(Duration.ofSeconds(2), ledger));
            double threads = meters.sum(THREADS);
            try (LoadBeside load = LoadBeside.begin(suite, "partition-" + uscc, profile.load(suite))) {
                for (var edge : cells.entrySet()) {
                    for (Fault fault : edge.getValue()) {
                        confirmed.addAll(cell(edge.getKey(), fault, ledger, run));
                    }
                }
                run.load(load.finish());
                load.compare(run::found);
            }
            assertThat(ledger.open()).isEmpty();
            assertThat(ledger.longestCall()).as("longest call").isLessThan(LONGEST_CALL);
            new Oracle(suite, receiver, uscc).compare(confirmed, run::found);
            await("threads and connections are given back").atMost(RECOVERY).untilAsserted(() -> {
                assertThat(meters.sum(THREADS)).isLessThan(threads + SOME_THREADS);
                assertThat(meters.sum(CONNECTIONS)).isLessThan(3);
            });
            run.runs(confirmed.size());
            System.out.printf(
                    "PartitionST: %d declarations over %d cells, longest call %d ms%n",
                    confirmed.size(),
                    cells.values().stream().mapToInt(List::size).sum(),
                    ledger.longestCall().toMillis());
        } finally {
            suite.stop(Member.GATEWAY, Member.INSPECTION, Member.NOTIFICATION, Member.KAFKA);
            StackCommand.Running kafka = suite.launch(Member.KAFKA);
            suite.start(Member.INSPECTION, Member.NOTIFICATION, Member.GATEWAY);
            kafka.awaitSuccess();
        }
    }

    private record Edge(String name, FaultProxy proxy) {}

    /** Starts again who is to find the other end of an edge at a proxy. */
    private void putBetween(FaultProxy inspection, FaultProxy postgres, FaultProxy kafka, FaultProxy keycloak) {
        suite.stop(Member.GATEWAY, Member.INSPECTION, Member.NOTIFICATION, Member.KAFKA);
        List<StackCommand.Running> starting = List.of(
                suite.launchWith(
                        Map.of(
                                "QZ_POSTGRES_PORT", port(postgres),
                                "QZ_KEYCLOAK_PORT", port(keycloak),
                                "QZ_KAFKA_ADVERTISED_PORT", port(kafka)),
                        Member.KAFKA,
                        Member.INSPECTION),
                // what a subscriber missed comes again soon, however long the fault
                suite.launchWith(Map.of("QZ_DELIVERY_SCHEDULE", "0s" + ",5s".repeat(40)), Member.NOTIFICATION),
                suite.launchWith(Map.of("QZ_INSPECTION_PORT", port(inspection)), Member.GATEWAY));
        starting.forEach(StackCommand.Running::awaitSuccess);
    }

    private static String port(FaultProxy proxy) {
        return Integer.toString(proxy.port());
    }

    /** The edge under the fault while declarations are filed; all are answered after it. */
    private List<String> cell(Edge edge, Fault fault, Ledger ledger, CheckRun run) throws Exception {
        ledger.note(fault + " begins: " + edge.name());
        edge.proxy().begin(fault);
        List<String> ids;
        long healed;
        try (Driver driver = new Driver(callers.as("BUREAU"), uscc, ledger)) {
            driver.begin(PERIOD);
            Pause.of(profile.partition());
            edge.proxy().heal();
            healed = System.nanoTime();
            ledger.note(fault + " ends: " + edge.name());
            driver.finish();
            ids = driver.ids();
        }
        Duration recovery = Duration.ofNanos(System.nanoTime() - healed);
        assertThat(recovery)
                .as("recovery of " + edge.name() + " after " + fault)
                .isLessThan(RECOVERY);
        run.recovered(List.of(recovery));
        run.faults(1);
        return ids;
    }

    private List<String> filed(Duration length, Ledger ledger) throws Exception {
        try (Driver driver = new Driver(callers.as("BUREAU"), uscc, ledger)) {
            driver.begin(PERIOD);
            Pause.of(length);
            driver.finish();
            return driver.ids();
        }
    }
}
