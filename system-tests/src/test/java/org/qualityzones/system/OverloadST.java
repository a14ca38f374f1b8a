package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.HastyClient;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Oracle;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.Pause;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * Far more than the suite can answer, by callers who give up after a second and ask again: whatever is acknowledged counts
 * once, whatever is refused is refused politely, and calm comes back by itself. How much is answered meanwhile is not judged
 * here, where the callers take the processors from the suite.
 */
@Tag("E3")
@Order(41)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class OverloadST {

    private static final Duration HEALING = Duration.ofMinutes(4);
    private static final int CALM_CALLS = 10;
    private static final int ASKING = 8;

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Profile profile = Profile.current();
    private final String uscc = CreditCode.random("330226");
    private final String calm = CreditCode.random("330226");

    OverloadST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    @Test
    void shouldComeBackToCalm(CheckRun run) throws Exception {
        suite.logs().faultsBegin();
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("overload-webhooks-" + uscc + ".log"))) {
            receiver.subscribe(callers.as("INTEGRATOR"), uscc);
            List<ProcessHandle> before = processes();
            HastyClient hasty = new HastyClient(suite.gateway() + "/api/v1/declarations", callers.token("BUREAU"));
            List<HastyClient.Call> calls = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<HastyClient.Call>> offered = burst(hasty, threads);
                long dropped = System.nanoTime();
                await("answers within a second again").atMost(HEALING).until(() -> isCalm(hasty));
                run.recovered(List.of(Duration.ofNanos(System.nanoTime() - dropped)));
                calls.addAll(all(offered));
            }
            run.runs(calls.size());
            run.faults(1);
            long refused = calls.stream().filter(call -> call.refused() != null).count();
            run.note(refused + " of " + calls.size() + " calls refused");

            assertThat(calls)
                    .filteredOn(call -> call.refused() != null)
                    .allSatisfy(call -> assertThat(call.refused().isProblem()).isTrue())
                    .allSatisfy(call -> assertThat(call.refused().status()).isIn(409, 429, 503))
                    .allSatisfy(call ->
                            assertThat(call.refused().header("Retry-After")).isNotEmpty());
            Set<String> confirmed = confirmed(calls);
            assertThat(confirmed).hasSameSizeAs(calls);
            assertThat(processes()).as("processes that lived through it").isEqualTo(before);
            new Oracle(suite, receiver, uscc).compare(confirmed, run::found);
            System.out.printf(
                    "OverloadST: %d calls at once, %d acknowledged in time, %d refused, each there once in the end%n",
                    calls.size(),
                    calls.stream().filter(call -> call.created() != null).count(),
                    refused);
        }
    }

    private List<ProcessHandle> processes() {
        return Arrays.stream(Member.values()).map(suite.processes()::of).toList();
    }

    /** So many calls begun in each second, however long answers take. */
    private List<Future<HastyClient.Call>> burst(HastyClient hasty, ExecutorService threads) {
        List<Future<HastyClient.Call>> calls = new ArrayList<>();
        for (int second = 0; second < profile.burstSeconds(); second++) {
            for (int i = 0; i < profile.burstRate(); i++) {
                calls.add(threads.submit(() -> hasty.call(Samples.declaration(uscc))));
            }
            Pause.of(Duration.ofSeconds(1));
        }
        return calls;
    }

    private static <T> List<T> all(List<Future<T>> begun) throws Exception {
        List<T> ended = new ArrayList<>();
        for (Future<T> one : begun) {
            ended.add(one.get());
        }
        return ended;
    }

    /** Ids of all, where those that were not told theirs ask again with the same key, a few at a time. */
    private Set<String> confirmed(List<HastyClient.Call> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(ASKING)) {
            List<Future<String>> ids = calls.stream()
                    .map(call -> threads.submit(() -> call.created() == null ? repeated(call) : call.created()))
                    .toList();
            return new HashSet<>(all(ids));
        }
    }

    /** Pages and a change of an enterprise that is not judged, each answered in time. */
    private boolean isCalm(HastyClient hasty) {
        for (int i = 0; i < CALM_CALLS; i++) {
            if (!hasty.reads()) {
                return false;
            }
        }
        return hasty.call(Samples.declaration(calm)).created() != null;
    }

    /** The same call again with time to answer: what is there already is told, what is not happens now. */
    private String repeated(HastyClient.Call call) {
        Client patient = callers.as("BUREAU");
        return await("an answer to " + call.key())
                .atMost(HEALING)
                .until(
                        () -> patient.post("/api/v1/declarations", call.body(), "Idempotency-Key", call.key()),
                        answer -> answer.status() == 201)
                .text("/id");
    }
}
