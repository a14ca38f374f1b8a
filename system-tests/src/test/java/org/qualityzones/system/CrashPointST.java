package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.agent.AgentJar;
import org.qualityzones.system.agent.CrashPoint;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.loop.Commuters;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Driver;
import org.qualityzones.system.oracle.Expected;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Oracle;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Services that end at each named point of their work while calls go on; a point that is never passed fails the check. */
@Tag("A2")
@Order(30)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class CrashPointST {

    private static final Duration PERIOD = Duration.ofMillis(300);
    private static final int LANES = 6;
    /** Journeys that pass a point of one service may wait for another that crashes meanwhile. */
    private static final Duration UNTIL_PASSED = Duration.ofMinutes(5);

    private static final List<Member> VICTIMS = List.of(Member.ENTERPRISE, Member.INSPECTION, Member.NOTIFICATION);

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Profile profile = Profile.current();
    private final String uscc = CreditCode.random("330226");
    private final AgentJar agent;

    CrashPointST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
        this.agent = AgentJar.of(suite, "crash-points.log");
    }

    @Test
    void shouldKeepEverythingWholeAtEachPoint(CheckRun run) throws Exception {
        long seed = profile.seed();
        Random random = new Random(seed);
        Expected expected = new Expected();
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("crash-webhooks-" + seed + ".log"));
                Receiver decisions = Receiver.listen(suite.notes().resolve("crash-decisions-" + seed + ".log"));
                Ledger ledger = new Ledger(suite.notes().resolve("crash-ledger-" + seed + ".log"));
                Driver driver = new Driver(callers.as("BUREAU"), uscc, ledger)) {
            receiver.subscribeToAll(callers.as("INTEGRATOR"));
            decisions.subscribe(callers.as("INTEGRATOR"), uscc);
            driver.begin(PERIOD);
            int journeys;
            try (Commuters commuters = new Commuters(
                    LANES,
                    role -> new PatientClient(callers.as(role), ledger),
                    expected,
                    new Random(random.nextLong()))) {
                crashAll(random, ledger);
                journeys = commuters.finish();
            }
            driver.finish();
            run.runs(ledger.created().size());
            assertThat(ledger.open()).isEmpty();
            new Oracle(suite, decisions, uscc).compare(new HashSet<>(driver.ids()), run::found);
            Comparison.awaitWhole(suite, expected, receiver, run::found);
            assertThat(receiver.refused()).as("refused signatures").isEmpty();
            run.faults(requireEachFired());
            System.out.printf(
                    "CrashPointST: seed %d, %d points, %d crashes, %d journeys, %d calls acknowledged, %d of unknown"
                            + " outcome: nothing lost, twice or out of order%n",
                    seed,
                    CrashPoint.values().length,
                    CrashPoint.values().length * profile.crashesPerPoint(),
                    journeys,
                    ledger.created().size(),
                    ledger.unknownCount());
        }
    }

    private int requireEachFired() {
        for (CrashPoint point : CrashPoint.values()) {
            assertThat(agent.fired(suite, point)).as("hits of " + point).isEqualTo(profile.crashesPerPoint());
        }
        return CrashPoint.values().length * profile.crashesPerPoint();
    }

    /** The services side by side, the points of each one after the other. */
    private void crashAll(Random random, Ledger ledger) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> services = new ArrayList<>();
            for (Member member : VICTIMS) {
                Random own = new Random(random.nextLong());
                services.add(threads.submit(() -> crash(member, own, ledger)));
            }
            for (Future<?> one : services) {
                one.get();
            }
        }
    }

    private void crash(Member member, Random random, Ledger ledger) {
        suite.stop(member);
        for (int round = 0; round < profile.crashesPerPoint(); round++) {
            Arrays.stream(CrashPoint.values())
                    .filter(point -> point.member() == member)
                    .forEach(point -> crash(point, profile.crashHit(random), ledger));
        }
        suite.start(member);
    }

    private void crash(CrashPoint point, int hit, Ledger ledger) {
        ledger.note("armed " + point + " at hit " + hit);
        long before = agent.fired(suite, point);
        suite.startUnready(point.member(), agent.crashing(point, hit));
        suite.awaitEnd(point.member(), UNTIL_PASSED);
        assertThat(agent.fired(suite, point)).as(point + " ended the process").isEqualTo(before + 1);
        ledger.note("passed " + point);
    }
}
