package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.oracle.Driver;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Oracle;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** {@code kill -9} of any one process at random moments under load: nothing lost, nothing twice. */
@Order(10)
@ExtendWith(SuiteExtension.class)
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
    void shouldLoseNothingAndDoNothingTwice() throws Exception {
        long seed = profile.seed();
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("kill-webhooks-" + seed + ".log"));
                Ledger ledger = new Ledger(suite.notes().resolve("kill-ledger-" + seed + ".log"));
                Driver driver = new Driver(callers.as("BUREAU"), uscc, ledger)) {
            receiver.subscribe(callers.as("INTEGRATOR"), uscc);
            driver.begin(PERIOD);
            killInRounds(new Random(seed), ledger);
            driver.finish();

            assertThat(ledger.open()).isEmpty();
            Set<String> confirmed = new HashSet<>(ledger.created().values());
            assertThat(confirmed).hasSameSizeAs(ledger.created().keySet());
            new Oracle(suite, receiver, uscc).compare(confirmed);
            System.out.printf(
                    "KillST: seed %d, %d rounds, %d declarations, %d calls of unknown outcome: nothing lost or twice%n",
                    seed, profile.killRounds(), confirmed.size(), ledger.unknownCount());
        }
    }

    private void killInRounds(Random random, Ledger ledger) {
        List<Member> order = new ArrayList<>();
        while (order.size() < profile.killRounds()) {
            List<Member> all = new ArrayList<>(VICTIMS);
            Collections.shuffle(all, random);
            order.addAll(all);
        }
        for (Member victim : order.subList(0, profile.killRounds())) {
            pause(random.nextLong(500, 3000));
            ledger.note("kill -9 " + victim.label());
            suite.kill(victim);
            pause(random.nextLong(2000));
            suite.start(victim);
            ledger.note(victim.label() + " serves again");
        }
    }

    private static void pause(long millis) {
        Duration pause = Duration.ofMillis(millis);
        await().pollDelay(pause).atMost(pause.plusMinutes(1)).until(() -> true);
    }
}
