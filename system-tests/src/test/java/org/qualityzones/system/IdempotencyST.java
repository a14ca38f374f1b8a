package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Comparison.Check;
import org.qualityzones.system.oracle.Comparison.Finding;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** One Idempotency-Key, one effect. */
@Tag("B1")
@Order(4)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class IdempotencyST {

    private static final int CALLERS = 50;
    private static final String DECLARATIONS = "/api/v1/declarations";

    private final Client bureau;
    private final Client colleague;
    private final String uscc = CreditCode.random("330226");

    IdempotencyST(SuiteUnderTest suite) {
        Callers callers = new Callers(suite);
        this.bureau = callers.as("BUREAU");
        this.colleague = callers.as("BUREAU_2");
    }

    @Test
    void shouldHaveOneEffectHoweverManySendIt(CheckRun run) throws Exception {
        for (int i = 0; i < Profile.current().keys(); i++) {
            haveOneEffect(run, CreditCode.random("330226"));
        }
    }

    private void haveOneEffect(CheckRun run, String consignor) throws Exception {
        String key = Client.newKey();
        ObjectNode body = Samples.declaration(consignor);
        List<Answer> answers = parallel(() -> bureau.post(DECLARATIONS, body, "Idempotency-Key", key));

        run.runs(answers.size());
        List<Answer> created =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(created).isNotEmpty();
        assertThat(created).allSatisfy(answer -> assertThat(answer.bytes())
                .isEqualTo(created.getFirst().bytes()));
        assertThat(created.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isIn(201, 409));
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).allSatisfy(answer -> {
            assertThat(answer.isProblem()).isTrue();
            assertThat(answer.header("Retry-After")).isNotEmpty();
        });
        requireFiled(run, consignor, created.getFirst());
    }

    @Test
    void shouldAnswerTheSameBytesLater(CheckRun run) {
        run.runs(2);
        String key = Client.newKey();
        ObjectNode body = Samples.declaration(uscc);
        Answer first = bureau.post(DECLARATIONS, body, "Idempotency-Key", key).expect(201);
        Answer again = bureau.post(DECLARATIONS, body, "Idempotency-Key", '"' + key + '"')
                .expect(201);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        requireFiled(run, first);
    }

    @Test
    void shouldRefuseTheKeyForAnotherBody(CheckRun run) {
        run.runs(2);
        String key = Client.newKey();
        Answer first = bureau.post(DECLARATIONS, Samples.declaration(uscc), "Idempotency-Key", key)
                .expect(201);
        Answer other = bureau.post(DECLARATIONS, Samples.declaration(uscc), "Idempotency-Key", key)
                .expect(422);
        assertThat(other.isProblem()).isTrue();
        requireFiled(run, first);
    }

    @Test
    void shouldKeepCallersApart(CheckRun run) {
        run.runs(2);
        String key = Client.newKey();
        ObjectNode body = Samples.declaration(uscc);
        Answer mine = bureau.post(DECLARATIONS, body, "Idempotency-Key", key).expect(201);
        Answer theirs =
                colleague.post(DECLARATIONS, body, "Idempotency-Key", key).expect(201);
        assertThat(theirs.header("Idempotency-Replayed")).isEmpty();
        assertThat(theirs.text("/id")).isNotEqualTo(mine.text("/id"));
        requireFiled(run, mine, theirs);
    }

    /** These are the declarations that are there, each once. */
    private void requireFiled(CheckRun run, Answer... wanted) {
        requireFiled(run, uscc, wanted);
    }

    private void requireFiled(CheckRun run, String consignor, Answer... wanted) {
        List<String> ids = Stream.of(wanted).map(answer -> answer.text("/id")).toList();
        List<Finding> findings = Comparison.differences(Check.DECLARATIONS, ids, filed(bureau, consignor));
        run.found(findings);
        assertThat(findings).isEmpty();
    }

    private static List<String> filed(Client caller, String consignor) {
        List<String> ids = new ArrayList<>();
        caller.get(DECLARATIONS + "?limit=200&consignor=" + consignor)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static List<Answer> parallel(Callable<Answer> call) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                running.add(threads.submit(call));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
