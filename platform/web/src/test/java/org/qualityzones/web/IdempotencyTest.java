package org.qualityzones.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.sample.Gate;
import org.qualityzones.web.sample.Samples;

/** A command runs once for its key, whatever happens around it. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class IdempotencyTest {

    private static final String SAMPLES = "/api/v1/samples";
    private static final String BODY = "{\"code\":\"abc\",\"count\":1}";

    private final String token = Tokens.of(Roles.BUREAU).build();

    @Inject
    Samples samples;

    @Inject
    Gate gate;

    @Inject
    IdempotencyCleanup cleanup;

    @BeforeEach
    void empty() {
        Database.truncate();
    }

    @Test
    void shouldRequireAKey() {
        ProblemsTest.isProblem(
                        Api.as(token)
                                .contentType(ContentType.JSON)
                                .body(BODY)
                                .post(SAMPLES)
                                .then(),
                        400,
                        "invalid-request")
                .body("errors[0].parameter", equalTo("Idempotency-Key"));
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "\"unclosed", "\"bad\"quote\"", "\"\""})
    void shouldRefuseAMalformedKey(String key) {
        ProblemsTest.isProblem(Api.post(token, key, SAMPLES, BODY), 400, "invalid-request")
                .body("errors[0].code", equalTo("idempotency-key"));
    }

    @Test
    void shouldTakeKeysOfUpTo255Characters() {
        Api.post(token, "k".repeat(255), SAMPLES, BODY).statusCode(201);
        ProblemsTest.isProblem(Api.post(token, "k".repeat(256), SAMPLES, BODY), 400, "invalid-request");
    }

    @Test
    void shouldAnswerACreationWithLocationAndETag() {
        Api.post(token, SAMPLES, BODY)
                .statusCode(201)
                .header("Location", matchesPattern("/api/v1/samples/[0-9a-f-]{36}"))
                .header("ETag", "\"1\"")
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void shouldReplayTheStoredBytesForTheSameRequest() {
        String key = Api.newKey();
        Response first =
                Api.post(token, key, SAMPLES, BODY).statusCode(201).extract().response();

        Response again = Api.post(token, '"' + key + '"', SAMPLES, "{ \"count\": 1 , \"code\": \"\\u0061bc\" }")
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .extract()
                .response();

        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(rows()).isOne();
        assertThat(Database.number("select count(*) from audit_entry")).isOne();
    }

    @Test
    void shouldRefuseTheKeyWithAnotherBody() {
        String key = Api.newKey();
        Api.post(token, key, SAMPLES, BODY).statusCode(201);

        ProblemsTest.isProblem(Api.post(token, key, SAMPLES, "{\"code\":\"abd\"}"), 422, "key-reused");
    }

    @Test
    void shouldKeepKeysOfCallersAndPathsApart() {
        String key = Api.newKey();
        Api.post(token, key, SAMPLES, BODY).statusCode(201);

        Api.post(Tokens.of(Roles.BUREAU).subject("another").build(), key, SAMPLES, "{\"code\":\"abd\"}")
                .statusCode(201);
        Api.post(token, key, SAMPLES + "/refused", "{\"code\":\"abe\"}")
                .statusCode(422)
                .body("rule", equalTo("r1"));
    }

    @Test
    void shouldSayThatTheOutcomeIsNotKnownWhereTheCommitLosesTheDatabase() {
        String key = Api.newKey();
        Database.execute("create function end_session() returns trigger language plpgsql as"
                + " 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'");
        Database.execute("create constraint trigger ends after insert on sample deferrable initially deferred"
                + " for each row execute function end_session()");
        try {
            ProblemsTest.isProblem(Api.post(token, key, SAMPLES, BODY), 500, "outcome-unknown")
                    .header("Retry-After", nullValue());
        } finally {
            Database.execute("drop function end_session cascade");
        }

        Api.post(token, key, SAMPLES, BODY).statusCode(201);
        assertThat(rows()).isOne();
    }

    @Test
    void shouldStoreNeitherRefusalsNorFailures() {
        String key = Api.newKey();
        Api.post(token, key, SAMPLES + "/refused", BODY).statusCode(422);
        Api.post(token, key, SAMPLES + "/refused", BODY).statusCode(422).header("Idempotency-Replayed", nullValue());
        ProblemsTest.isProblem(Api.post(token, key, SAMPLES + "/broken", BODY), 500, "internal");

        assertThat(rows()).isZero();
        assertThat(Database.number("select count(*) from idempotency")).isZero();
        assertThat(Database.number("select count(*) from audit_entry")).isZero();
    }

    @Test
    void shouldCheckAuthorizationAgainBeforeAReplay() {
        String key = Api.newKey();
        Api.post(enterprise("91350100M000100Y43"), key, SAMPLES, BODY).statusCode(201);

        ProblemsTest.isProblem(Api.post(enterprise(), key, SAMPLES, BODY), 403, "not-your-row");
    }

    @Test
    void shouldAnswerADuplicateNaturalKeyWithConflict() {
        Api.post(token, SAMPLES, BODY).statusCode(201);

        ProblemsTest.isProblem(Api.post(token, SAMPLES, BODY), 409, "duplicate");
    }

    @Test
    void shouldTryOutWithoutAKeyAndWithoutEffect() {
        Api.as(token)
                .contentType(ContentType.JSON)
                .body(BODY)
                .post(SAMPLES + "?dryRun=true")
                .then()
                .statusCode(200)
                .header("Location", nullValue())
                .body("code", equalTo("abc"));
        assertThat(rows()).isZero();
        ProblemsTest.isProblem(
                Api.as(token)
                        .contentType(ContentType.JSON)
                        .body(BODY)
                        .post(SAMPLES + "?dryRun=yes")
                        .then(),
                400,
                "invalid-request");
    }

    @Test
    void shouldRunOnceForFiftyParallelRequestsWithOneKey() throws InterruptedException, ExecutionException {
        String key = Api.newKey();
        int before = samples.creations();

        List<Response> responses = inParallel(
                50, () -> Api.post(token, key, SAMPLES, BODY).extract().response());

        assertThat(responses).extracting(Response::statusCode).containsOnly(201);
        assertThat(responses)
                .extracting(Response::asString)
                .containsOnly(responses.getFirst().asString());
        assertThat(responses)
                .filteredOn(answer -> answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
        assertThat(rows()).isOne();
        assertThat(samples.creations() - before).isOne();
    }

    @Test
    void shouldAnswerConflictWhenTheFirstRequestTakesTooLong() throws InterruptedException, ExecutionException {
        String key = Api.newKey();
        gate.close();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ValidatableResponse> first = threads.submit(() -> Api.post(token, key, SAMPLES + "/slow", BODY));
            gate.awaitEntered();

            ProblemsTest.isProblem(Api.post(token, key, SAMPLES + "/slow", BODY), 409, "in-flight")
                    .header("Retry-After", "1");
            List<Response> others = inParallel(12, () -> Api.post(token, key, SAMPLES + "/slow", BODY)
                    .extract()
                    .response());
            Api.get(token, SAMPLES).statusCode(200);

            assertThat(others).extracting(Response::statusCode).containsOnly(409);
            gate.open();
            first.get().statusCode(201);
        }
        Api.post(token, key, SAMPLES + "/slow", BODY).statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void shouldHandTheStoredAnswerToADuplicateThatWaited() throws InterruptedException, ExecutionException {
        String key = Api.newKey();
        gate.close();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ValidatableResponse> first = threads.submit(() -> Api.post(token, key, SAMPLES + "/slow", BODY));
            gate.awaitEntered();
            Future<ValidatableResponse> second = threads.submit(() -> Api.post(token, key, SAMPLES + "/slow", BODY));
            gate.open();

            first.get().statusCode(201);
            second.get().statusCode(201).header("Idempotency-Replayed", "true");
        }
    }

    @Test
    void shouldForgetKeysAfterSevenDays() {
        String key = Api.newKey();
        Api.post(token, key, SAMPLES, BODY).statusCode(201);
        Database.execute("update idempotency set created_at = created_at - interval '7 days'");

        Api.post(token, key, SAMPLES, "{\"code\":\"abd\"}").statusCode(201).header("Idempotency-Replayed", nullValue());
        Api.post(token, key, SAMPLES, "{\"code\":\"abd\"}").header("Idempotency-Replayed", "true");
    }

    @Test
    void shouldRemoveExpiredKeysInBoundedRounds() {
        Database.execute("""
                insert into idempotency (scope, fingerprint, status, created_at)
                select decode(lpad(to_hex(n), 8, '0'), 'hex'), '', 200, now() - interval '8 days'
                from generate_series(1, 10500) n
                """);

        assertThat(cleanup.removeExpired()).isEqualTo(10_000);
        assertThat(cleanup.removeExpired()).isEqualTo(500);
        assertThat(cleanup.removeExpired()).isZero();
    }

    private static String enterprise(String... usccs) {
        return Tokens.of(Roles.ENTERPRISE).uscc(usccs).build();
    }

    private static long rows() {
        return Database.number("select count(*) from sample");
    }

    private static <T> List<T> inParallel(int times, Callable<T> call) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(call));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }
}
