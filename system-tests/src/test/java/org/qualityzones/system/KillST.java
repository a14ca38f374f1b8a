package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
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
import org.qualityzones.system.client.Serving;
import org.qualityzones.system.load.LoadBeside;
import org.qualityzones.system.oracle.Driver;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Oracle;
import org.qualityzones.system.suite.Killing;
import org.qualityzones.system.suite.Killing.Killed;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** {@code kill -9} of any one process at random moments under load: nothing lost, nothing twice. */
@Tag("A1")
@Order(10)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class KillST {

    private static final Duration PERIOD = Duration.ofMillis(300);
    private static final List<Member> VICTIMS = List.of(
            Member.ZONE,
            Member.ENTERPRISE,
            Member.INSPECTION,
            Member.NOTIFICATION,
            Member.GATEWAY,
            Member.KAFKA,
            Member.POSTGRES);

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Profile profile = Profile.current();
    private final String uscc = CreditCode.random("330226");

    KillST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    @Test
    void shouldLoseNothingAndDoNothingTwice(CheckRun run) throws Exception {
        long seed = profile.seed();
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("kill-webhooks-" + seed + ".log"));
                Ledger ledger = new Ledger(suite.notes().resolve("kill-ledger-" + seed + ".log"));
                Driver driver = new Driver(callers.as("BUREAU"), uscc, ledger);
                LoadBeside load = LoadBeside.begin(suite, "kill-" + seed, profile.load(suite))) {
            receiver.subscribe(callers.as("INTEGRATOR"), uscc);
            driver.begin(PERIOD);
            Killing killing = new Killing(suite, new Random(seed), Serving.of(suite), ledger::note);
            List<Killed> killed = new ArrayList<>(killing.rounds(profile.killRounds(), VICTIMS));
            killed.addAll(killing.rounds(profile.inspectionKills(), List.of(Member.INSPECTION)));
            run.faults(killed.size());
            run.recovered(Killing.times(killed, Member.ours()));
            run.took(Killing.SERVER_KILLED, null, Killing.times(killed, Member.SERVERS));
            run.load(load.finish());
            driver.finish();

            assertThat(ledger.open()).isEmpty();
            Set<String> confirmed = new HashSet<>(driver.ids());
            assertThat(confirmed).hasSameSizeAs(ledger.created().keySet());
            run.runs(confirmed.size());
            new Oracle(suite, receiver, uscc).compare(confirmed, run::found);
            load.compare(run::found);
            System.out.printf(
                    "KillST: seed %d, %d kills, %d declarations, %d calls of unknown outcome: nothing lost or twice%n",
                    seed, killed.size(), confirmed.size(), ledger.unknownCount());
        }
    }
}
