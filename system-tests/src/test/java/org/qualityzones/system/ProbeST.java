package org.qualityzones.system;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Probe;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** What the probes say while a server is away or hangs: alive always, ready unless requests would fail. */
@Tag("E2")
@Order(33)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class ProbeST {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What a kubelet waits for an answer. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int MORE_THAN_THE_POOL = 40;
    private static final int POOL = 20;

    private final SuiteUnderTest suite;
    private int asked;
    private int late;

    ProbeST(SuiteUnderTest suite) {
        this.suite = suite;
    }

    /** A server, and whether requests fail without it. */
    private enum Needed {
        POSTGRES(Member.POSTGRES, true),
        KAFKA(Member.KAFKA, false),
        KEYCLOAK(Member.KEYCLOAK, false);

        private final Member server;
        private final boolean needed;

        Needed(Member server, boolean needed) {
            this.server = server;
            this.needed = needed;
        }
    }

    @Test
    void shouldBeAliveAndReadyOnlyIfItServes(CheckRun run) {
        awaitAllReady();
        for (Needed away : List.of(Needed.KAFKA, Needed.KEYCLOAK, Needed.POSTGRES)) {
            suite.kill(away.server);
            requireTruth(away);
            run.faults(1);
        }
        suite.start(Member.POSTGRES, Member.KAFKA, Member.KEYCLOAK);
        awaitAllReady();
        report(run);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheTruthWhileAServerHangs(Needed frozen, CheckRun run) {
        awaitAllReady();
        suite.freeze(frozen.server);
        try {
            requireTruth(frozen);
        } finally {
            suite.thaw(frozen.server);
        }
        awaitAllReady();
        run.faults(1);
        report(run);
    }

    @Test
    void shouldStayAliveWhileEveryConnectionWaits(CheckRun run) throws Exception {
        Callers callers = new Callers(suite);
        String uscc = CreditCode.random("330226");
        List<Future<?>> waiting = new ArrayList<>();
        try (Ledger ledger = new Ledger(suite.notes().resolve("probe-ledger-" + uscc + ".log"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection lock = new Tables(suite).connection("qz_inspection")) {
            lock.setAutoCommit(false);
            lock("declaration", lock);
            PatientClient bureau = new PatientClient(callers.as("BUREAU"), ledger);
            for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
                waiting.add(threads.submit(() -> bureau.post("/api/v1/declarations", Samples.declaration(uscc))));
            }
            await("the pool is exhausted").atMost(PATIENCE).until(() -> waiting() >= POOL);
            requireAlways(Member.INSPECTION, "live", Probe.UP);
            requireAlways(Member.INSPECTION, "ready", Probe.UP);
            lock.commit();
            for (Future<?> one : waiting) {
                one.get();
            }
        }
        awaitAllReady();
        run.faults(1);
        report(run);
    }

    /** Whoever needs the server is not ready once it has noticed; whatever else is said must be true at once. */
    private void requireTruth(Needed away) {
        for (Member service : Member.SERVICES) {
            if (away.needed) {
                await(service.label() + " is not ready")
                        .atMost(PATIENCE)
                        .until(() -> ask(service, "ready") == Probe.DOWN);
            } else {
                requireAlways(service, "ready", Probe.UP);
            }
            requireAlways(service, "live", Probe.UP);
            requireAlways(service, "started", Probe.UP);
        }
        requireAlways(Member.GATEWAY, "live", Probe.UP);
        requireAlways(Member.GATEWAY, "ready", Probe.UP);
    }

    /** No answer is another one. A busy machine may be late now and then, which is counted; a probe that hangs is late always. */
    private void requireAlways(Member member, String kind, int wanted) {
        String probe = member.label() + " " + kind;
        await(probe + " answers in time").atMost(PATIENCE).until(() -> {
            int answer = ask(member, kind);
            if (answer != Probe.NOTHING && answer != wanted) {
                throw new IllegalStateException(probe + " answers " + answer + " instead of " + wanted);
            }
            return answer == wanted;
        });
    }

    private int ask(Member member, String kind) {
        int answer = probe(member).ask(kind, LONGEST);
        asked++;
        if (answer == Probe.NOTHING) {
            late++;
        }
        return answer;
    }

    private void awaitAllReady() {
        for (Member member : Member.ours()) {
            await(member.label() + " is ready")
                    .atMost(PATIENCE)
                    .until(() -> probe(member).ask("ready", LONGEST) == Probe.UP);
        }
    }

    private void report(CheckRun run) {
        run.runs(asked);
        run.note("%d of %d answers later than a second".formatted(late, asked));
    }

    private Probe probe(Member member) {
        return new Probe(suite.env(member.name() + "_MANAGEMENT_URL"));
    }

    /** Sessions of inspection-service that wait for a lock. */
    private long waiting() {
        return new Tables(suite).waitingForLocks("qz_inspection");
    }

    private static void lock(String table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
        }
    }
}
