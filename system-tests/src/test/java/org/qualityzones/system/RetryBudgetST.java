package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.client.Stub;
import org.qualityzones.system.client.Stub.Failing;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.Pause;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Whoever fails is not asked more often for it: what reaches a failing service, a failing subscriber. */
@Tag("E4")
@Order(39)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class RetryBudgetST {

    private static final int OFFERED = 60;
    private static final int DECLARATIONS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The second attempt comes after 5 s, the third after 5 min. */
    private static final Duration BETWEEN_SECOND_AND_THIRD = Duration.ofSeconds(12);

    private final SuiteUnderTest suite;
    private final Callers callers;

    RetryBudgetST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    @Test
    void shouldNotAskAFailingServiceMoreOften(CheckRun run) throws Exception {
        suite.logs().faultsBegin();
        suite.stop(Member.GATEWAY);
        try (Stub service = Stub.listen()) {
            suite.startWith(Map.of("QZ_ZONE_PORT", Integer.toString(service.port())), Member.GATEWAY);
            Client caller = callers.as("LOCAL_GOVERNMENT");
            for (Failing failing : Failing.values()) {
                service.fail(failing);
                List<Answer> answers = offer(caller);
                // a connection that breaks without an answer is tried once more (ADR 0011), an answer never
                int most = failing == Failing.CUT ? 2 * OFFERED : OFFERED;
                assertThat(service.reached()).as("reached while " + failing).isBetween(OFFERED, most);
                assertThat(answers).as(failing.toString()).allMatch(answer -> expected(failing, answer.status()));
                System.out.printf("RetryBudgetST: %s: %d of %d offered%n", failing, service.reached(), OFFERED);
                run.runs(OFFERED);
                run.faults(1);
            }
        } finally {
            suite.stop(Member.GATEWAY);
            suite.start(Member.GATEWAY);
        }
    }

    @Test
    void shouldAskAFailingSubscriberBySchedule(CheckRun run) {
        String uscc = CreditCode.random("330226");
        try (Stub subscriber = Stub.subscriber()) {
            subscriber.fail(Failing.ALWAYS);
            callers.as("INTEGRATOR")
                    .post(
                            "/api/v1/subscriptions",
                            Samples.subscription("http://127.0.0.1:" + subscriber.port() + "/hooks", uscc))
                    .expect(201);
            for (int i = 0; i < DECLARATIONS; i++) {
                callers.as("BUREAU")
                        .post("/api/v1/declarations", Samples.declaration(uscc))
                        .expect(201);
            }
            await("first attempts").atMost(PATIENCE).until(() -> subscriber.reached() >= DECLARATIONS);
            Pause.of(BETWEEN_SECOND_AND_THIRD);
            assertThat(subscriber.reached()).as("attempts").isLessThanOrEqualTo(2 * DECLARATIONS);
            run.runs(DECLARATIONS);
            run.faults(1);
        }
    }

    private static boolean expected(Failing failing, int status) {
        return switch (failing) {
            case ALWAYS -> status == 503;
            case HALF -> status == 503 || status == 200;
            case SLOW -> status == 200;
            case CUT -> status == 502;
        };
    }

    /** Half reads, half changes with a key. */
    private static List<Answer> offer(Client caller) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < OFFERED; i++) {
                boolean reads = i % 2 == 0;
                calls.add(threads.submit(() ->
                        reads ? caller.get("/api/v1/zones") : caller.post("/api/v1/zones", Samples.zone("budget"))));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : calls) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
