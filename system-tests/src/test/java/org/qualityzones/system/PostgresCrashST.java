package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

/** PostgreSQL killed again and again under load: the services' pools recover without a start of theirs. */
@Tag("A4")
@Order(31)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class PostgresCrashST {

    private static final Duration PERIOD = Duration.ofMillis(300);

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Profile profile = Profile.current();
    private final String uscc = CreditCode.random("330226");

    PostgresCrashST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    @Test
    void shouldRecoverWithoutAStart(CheckRun run) throws Exception {
        long seed = profile.seed();
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("postgres-webhooks-" + seed + ".log"));
                Ledger ledger = new Ledger(suite.notes().resolve("postgres-ledger-" + seed + ".log"));
                Driver driver = new Driver(callers.as("BUREAU"), uscc, ledger);
                LoadBeside load = LoadBeside.begin(suite, "postgres-" + seed, profile.load(suite))) {
            receiver.subscribe(callers.as("INTEGRATOR"), uscc);
            driver.begin(PERIOD);
            List<Killed> killed = new Killing(suite, new Random(seed), Serving.of(suite), ledger::note)
                    .rounds(profile.postgresCrashes(), List.of(Member.POSTGRES));
            run.faults(killed.size());
            run.recovered(Killing.times(killed, List.of(Member.POSTGRES)));
            run.load(load.finish());
            driver.finish();
            run.runs(driver.ids().size());
            assertThat(ledger.open()).isEmpty();
            Set<String> confirmed = new HashSet<>(driver.ids());
            assertThat(confirmed).hasSameSizeAs(driver.ids());
            new Oracle(suite, receiver, uscc).compare(confirmed, run::found);
            load.compare(run::found);
        }
    }
}
