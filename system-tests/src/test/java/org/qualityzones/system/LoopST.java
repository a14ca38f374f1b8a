package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.client.Serving;
import org.qualityzones.system.load.LoadBeside;
import org.qualityzones.system.loop.Travellers;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Expected;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Observed;
import org.qualityzones.system.oracle.Tampering;
import org.qualityzones.system.suite.Killing;
import org.qualityzones.system.suite.Killing.Killed;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * The whole loop while every process is killed: alert, match, warning, changed decisions and back; inspection, corrective
 * action, class, dossier. What was acknowledged is there once, in order, everywhere; what was not asked for is nowhere.
 */
@Tag("A1")
@Order(20)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class LoopST {

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Profile profile = Profile.current();

    LoopST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    @Test
    void shouldKeepTheLoopWhole(CheckRun run) throws Exception {
        long seed = profile.seed();
        Expected expected = new Expected();
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("loop-webhooks-" + seed + ".log"));
                Ledger ledger = new Ledger(suite.notes().resolve("loop-ledger-" + seed + ".log"));
                LoadBeside load = LoadBeside.begin(suite, "loop-" + seed, profile.load(suite));
                Travellers travellers = new Travellers(
                        suite, role -> new PatientClient(callers.as(role), ledger), expected, new Random(seed))) {
            receiver.subscribeToAll(callers.as("INTEGRATOR"));
            travellers.begin(credentials -> new PatientClient(callers.as(credentials), ledger));
            List<Killed> killed = new Killing(suite, new Random(seed), Serving.of(suite), ledger::note)
                    .rounds(profile.loopRounds(), List.of(Member.values()));
            run.load(load.finish());
            int journeys = travellers.finish();
            run.faults(killed.size());
            run.recovered(Killing.times(killed, Member.ours()));
            run.took(Killing.SERVER_KILLED, null, Killing.times(killed, Member.SERVERS));
            run.runs(ledger.created().size());

            assertThat(ledger.open()).isEmpty();
            assertThat(journeys).isGreaterThanOrEqualTo(profile.loopRounds());
            Comparison whole = Comparison.awaitWhole(suite, expected, receiver, run::found);
            assertThat(receiver.refused()).as("refused signatures").isEmpty();
            load.compare(run::found);
            requireThatTheOracleSees(expected, whole.observed());
            System.out.printf(
                    "LoopST: seed %d, %d kills, %d journeys, %d calls acknowledged, %d of unknown outcome, %d events,"
                            + " %d aggregates on incomplete facts:"
                            + " nothing lost, twice or out of order; last served again %d ms after a start%n",
                    seed,
                    killed.size(),
                    journeys,
                    ledger.created().size(),
                    ledger.unknownCount(),
                    whole.observed().events().size(),
                    expected.provisionalCount(),
                    killed.stream()
                            .mapToLong(one -> one.servedAfter().toMillis())
                            .max()
                            .orElse(0));
        }
    }

    /** The comparison is worth what it can find: the same data, spoilt in one place each time. */
    private static void requireThatTheOracleSees(Expected expected, Observed observed) {
        for (Tampering tampering : Tampering.values()) {
            assertThat(new Comparison(expected, tampering.spoil(observed)).findings())
                    .as(tampering.name())
                    .extracting(Comparison.Finding::check)
                    .contains(tampering.foundBy());
        }
    }
}
