package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Oracle;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.StackCommand;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * Services that start before the servers they need wait for them, and serve without another start. First of the tests that
 * stop anything: services that are stopped in order leave behind what later ones start sooner with.
 */
@Order(9)
@ExtendWith(SuiteExtension.class)
class StartOrderST {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration WITHOUT_SERVERS = Duration.ofSeconds(10);

    private final SuiteUnderTest suite;

    StartOrderST(SuiteUnderTest suite) {
        this.suite = suite;
    }

    @Test
    void shouldHealWhenServersComeAfterServices() {
        suite.stop(Member.values());
        StackCommand.Running services = suite.launch(Member.ours().toArray(Member[]::new));
        await("all services launched")
                .atMost(PATIENCE)
                .until(() -> services.hasEnded() || Member.ours().stream().allMatch(suite.processes()::isRunning));
        await("time without servers")
                .pollDelay(WITHOUT_SERVERS)
                .atMost(PATIENCE)
                .until(() -> true);
        assertThat(Member.ours()).as("processes that did not wait").allMatch(suite.processes()::isRunning);

        suite.start(Member.POSTGRES);
        services.awaitSuccess();
        suite.start(Member.KAFKA, Member.KEYCLOAK);
        String uscc = CreditCode.random("330226");
        Callers callers = new Callers(suite);
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("start-order-" + uscc + ".log"))) {
            await("tokens are accepted again")
                    .atMost(PATIENCE)
                    .until(() ->
                            callers.as("INTEGRATOR").get("/api/v1/declarations").status() == 200
                                    && callers.as("INTEGRATOR")
                                                    .get("/api/v1/subscriptions")
                                                    .status()
                                            == 200);
            receiver.subscribe(callers.as("INTEGRATOR"), uscc);
            String id = callers.as("BUREAU")
                    .post("/api/v1/declarations", Samples.declaration(uscc))
                    .expect(201)
                    .text("/id");
            new Oracle(suite, receiver, uscc).compare(Set.of(id));
        }
    }
}
