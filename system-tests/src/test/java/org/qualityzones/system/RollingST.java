package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.client.Visitor;
import org.qualityzones.system.load.LoadBeside;
import org.qualityzones.system.loop.Commuters;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Expected;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.suite.Door;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.Pause;
import org.qualityzones.system.suite.Replicas;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Second instances of the services, which come and go beside the first ones. */
@Order(38)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class RollingST {

    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final List<String> PAGES =
            List.of("/api/v1/zones", "/api/v1/enterprises", "/api/v1/declarations", "/api/v1/subscriptions");

    /** Between the last new connection and SIGTERM, as in the manifests; shorter, since only this machine has to hear. */
    private static final Duration PRE_STOP = Duration.ofSeconds(1);

    private static final int LANES = 3;
    private static final Duration HEALING = Duration.ofMinutes(4);
    private static final long LAG = 100;

    /** Bars of times that are reported. */
    private static final Duration LONGEST_EXIT = Duration.ofSeconds(25);

    private static final Duration LONGEST_LAG = Duration.ofSeconds(30);

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Profile profile = Profile.current();
    private Replicas second;

    RollingST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    @BeforeEach
    void prepareSecondInstances() {
        suite.logs().faultsBegin();
        second = suite.replicas();
    }

    @AfterEach
    void leaveTheFirst() {
        second.close();
        suite.start(Member.SERVICES.toArray(Member[]::new));
    }

    /** A call that got no answer or an error would be in the ledger as unknown, whoever repeated it. */
    @Test
    @Tag("E1")
    void shouldAnswerEveryRequestWhileInstancesAreReplaced(CheckRun run) throws Exception {
        long seed = profile.seed();
        Random random = new Random(seed);
        List<Member> services = profile.rolled(random);
        Expected expected = new Expected();
        List<Duration> endings = new ArrayList<>();
        Map<Member, Door> doors = new EnumMap<>(Member.class);
        Member.SERVICES.forEach(member -> doors.put(member, new Door(suite.port(member))));
        String gateway = second.startGateway(doors);
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("rolling-webhooks-" + seed + ".log"));
                Ledger ledger = new Ledger(suite.notes().resolve("rolling-ledger-" + seed + ".log"));
                Visitor visitor = new Visitor(callers.as("AUDITOR", gateway))) {
            receiver.subscribeToAll(callers.as("INTEGRATOR"));
            try (Commuters commuters = new Commuters(
                    LANES, role -> new PatientClient(callers.as(role, gateway), ledger), expected, random)) {
                visitor.begin(PAGES, PERIOD);
                for (int round = 0; round < profile.rollingRounds(); round++) {
                    endings.addAll(roll(services, doors, ledger));
                }
                visitor.finish();
                run.faults(endings.size() * services.size());
                run.took("exit of all that were ended at once", LONGEST_EXIT, endings);
                commuters.finish();
            }
            run.runs(ledger.created().size() + visitor.answered());
            assertThat(ledger.unknowns()).as("failed changes").isEmpty();
            assertThat(visitor.failures()).as("failed reads").isEmpty();
            Comparison.awaitWhole(suite, expected, receiver, run::found);
            System.out.printf(
                    "RollingST: seed %d, %d changes and %d reads while both instances of %s were replaced, none failed%n",
                    seed, ledger.created().size(), visitor.answered(), services);
        } finally {
            doors.values().forEach(Door::close);
        }
    }

    @Test
    @Tag("A6")
    void shouldKeepOrderWhileConsumersComeAndGo(CheckRun run) throws Exception {
        long seed = profile.seed() + 1;
        Random random = new Random(seed);
        Member[] consumers = profile.stormy().toArray(Member[]::new);
        Expected expected = new Expected();
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("storm-webhooks-" + seed + ".log"));
                Ledger ledger = new Ledger(suite.notes().resolve("storm-ledger-" + seed + ".log"));
                LoadBeside load = LoadBeside.begin(suite, "storm-" + seed, profile.load(suite))) {
            receiver.subscribeToAll(callers.as("INTEGRATOR"));
            try (Commuters commuters = new Commuters(
                    LANES,
                    role -> new PatientClient(callers.as(role), ledger),
                    expected,
                    new Random(random.nextLong()))) {
                boolean killFirst = random.nextBoolean();
                for (int i = 0; i < profile.storms(); i++) {
                    second.start(consumers);
                    Pause.of(Duration.ofMillis(
                            random.nextLong(profile.longestStay().toMillis())));
                    leave(consumers, killFirst == (i % 2 == 0), ledger);
                }
                run.faults(consumers.length * profile.storms());
                run.load(load.finish());
                run.took("lag under 100 after the storm", LONGEST_LAG, List.of(catchUp()));
                commuters.finish();
            }
            run.runs(ledger.created().size());
            assertThat(ledger.open()).isEmpty();
            Comparison.awaitWhole(suite, expected, receiver, run::found);
            load.compare(run::found);
            System.out.printf(
                    "RollingST: seed %d, %d instances came and went, %d changes: nothing lost, twice or out of order%n",
                    seed, consumers.length * profile.storms(), ledger.created().size());
        }
    }

    private Duration catchUp() {
        long begun = System.nanoTime();
        Replays replays = new Replays(suite.env("KAFKA_BOOTSTRAP"));
        await("consumers catch up").atMost(HEALING).until(() -> replays.lag() < LAG);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Both instances of these, one after the other; the first ones run afterwards. Answers how long endings took. */
    private List<Duration> roll(List<Member> services, Map<Member, Door> doors, Ledger ledger) {
        Member[] all = services.toArray(Member[]::new);
        second.start(all);
        services.forEach(member -> doors.get(member).open(second.port(member)));
        services.forEach(member -> doors.get(member).shut(suite.port(member)));
        Duration first = end(() -> suite.stop(all), ledger);
        suite.start(all);
        services.forEach(member -> doors.get(member).open(suite.port(member)));
        services.forEach(member -> doors.get(member).shut(second.port(member)));
        return List.of(first, end(() -> second.stop(all), ledger));
    }

    private static Duration end(Runnable stop, Ledger ledger) {
        Pause.of(PRE_STOP);
        ledger.note("SIGTERM to one instance of each service");
        long begun = System.nanoTime();
        stop.run();
        ledger.note("ended");
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void leave(Member[] consumers, boolean kill, Ledger ledger) {
        ledger.note((kill ? "kill -9" : "SIGTERM") + " of the second instances");
        if (kill) {
            second.kill(consumers);
        } else {
            second.stop(consumers);
        }
    }
}
