package org.qualityzones.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

/** Work that goes on after 202 can be followed, read row by row and stopped. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class JobsTest {

    private final String token = Tokens.of(Roles.BUREAU).build();

    @Inject
    JobRunner runner;

    @BeforeEach
    void empty() {
        Database.truncate();
    }

    @Test
    void shouldTellHowFarAJobIsAndWhatBecameOfEachRow() {
        String job = start("/api/v1/samples/imports");

        awaitState(job, "SUCCEEDED");
        Api.get(token, job)
                .body("kind", equalTo("sample-import"))
                .body("progress.done", equalTo(3))
                .body("progress.total", equalTo(3))
                .body("startedAt", notNullValue())
                .body("finishedAt", notNullValue())
                .body("resultUrl", equalTo(job + "/results"));
        String[] rows = Api.get(token, job + "/results")
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .split("\n");
        assertThat(rows).hasSize(3);
        assertThat(rows[0]).isEqualTo("{\"row\":1,\"status\":\"created\",\"id\":\"a\"}");
        assertThat(rows[1])
                .isEqualTo(
                        "{\"row\":2,\"status\":\"unchanged\",\"id\":\"b\",\"remarks\":[\"NAME_SHORTENED\",\"CODE_UNSURE\"]}");
        assertThat(rows[2])
                .contains("\"refused\"")
                .contains("/problems/invalid-request")
                .contains("/code");
    }

    @Test
    void shouldShowAJobOnlyToItsOwnerAndOperators() {
        String job = start("/api/v1/samples/imports");

        Api.get(Tokens.of(Roles.BUREAU).subject("another").build(), job).statusCode(404);
        Api.get(Tokens.of(Roles.OPERATOR).build(), job).statusCode(200);
        Api.get(token, job.replace("/sample/", "/zone/")).statusCode(404);
    }

    @Test
    void shouldStopWhenAsked() {
        String job = start("/api/v1/samples/endless-imports");

        Api.as(token).delete(job).then().statusCode(202);

        awaitState(job, "CANCELLED");
        response(job).body("progress.total", nullValue());
    }

    @Test
    void shouldFailAJobWhoseProcessHasGone() {
        Database.execute("""
                insert into job (id, kind, state, done, owner, started_at, touched_at)
                values ('0192f0c1-0000-7000-8000-000000000000', 'lost', 'RUNNING', 0, 'client-bureau/sub-bureau',
                        now() - interval '1 hour', now() - interval '5 minutes')
                """);

        runner.supervise();

        Api.get(token, "/api/v1/sample/jobs/0192f0c1-0000-7000-8000-000000000000")
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("failure", notNullValue());
    }

    @Test
    void shouldTakeUpAJobThatOutlivesItsProcess() {
        Database.execute("""
                insert into job (id, kind, state, done, owner, started_at, touched_at)
                values ('0192f0c1-0000-7000-8000-000000000001', 'sample-resumable', 'RUNNING', 1,
                        'client-bureau/sub-bureau', now() - interval '1 hour', now() - interval '5 minutes')
                """);

        runner.supervise();

        awaitState("/api/v1/sample/jobs/0192f0c1-0000-7000-8000-000000000001", "SUCCEEDED");
        response("/api/v1/sample/jobs/0192f0c1-0000-7000-8000-000000000001").body("progress.done", equalTo(3));
    }

    private String start(String path) {
        return Api.upload(token, path, "application/x-ndjson", "{}\n{}\n")
                .statusCode(202)
                .header("Location", matchesPattern("/api/v1/sample/jobs/[0-9a-f-]{36}"))
                .body("state", equalTo("RUNNING"))
                .extract()
                .header("Location");
    }

    private void awaitState(String job, String state) {
        await().untilAsserted(() -> response(job).body("state", equalTo(state)));
    }

    private ValidatableResponse response(String job) {
        return Api.get(token, job).statusCode(200);
    }
}
