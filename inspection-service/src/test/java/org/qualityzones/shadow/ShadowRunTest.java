package org.qualityzones.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Drafts;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.TestClock;
import org.qualityzones.trial.Work;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class ShadowRunTest {

    private static final String SETS = "/api/v1/rule-sets";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String author = Callers.of(Roles.AUTHORITY);
    private final String version = Drafts.version();
    private final String path = SETS + "/" + version;
    private final String runs = path + "/shadow-runs";
    private final TestClock clock = Arc.container().instance(TestClock.class).get();

    @BeforeEach
    void know() {
        Database.truncate("daily_seed");
        Drafts.removeAll();
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        ObjectNode document = Drafts.of(version);
        Drafts.rule(document, "application").put("when", "line.certificateRequested && line.lotSize > 60000");
        Drafts.rule(document, "not-statutory").putArray("then").addObject().put("outcome", "VERIFY");
        Api.post(author, SETS, document).statusCode(201);
        Arc.container().instance(Shadows.class).get().refresh();
    }

    @AfterEach
    void leaveTheShippedOneAlone() {
        clock.moveTo(Duration.ZERO);
        Drafts.removeAll();
    }

    @Test
    void shouldAgreeWithTheImpactReportOverTheSameFacts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        file(random);
        String run = started();
        clock.moveTo(Duration.ofSeconds(10));
        int filed = 10 + random.nextInt(10);
        for (int i = 0; i < filed; i++) {
            file(random);
        }
        Work.rejectedLot("L-R");
        Api.transition(author, run, 1, Map.of("action", "stop"))
                .statusCode(200)
                .body("status", is("ENDED"))
                .header("ETag", is("\"2\""));
        clock.moveTo(Duration.ofSeconds(20));
        Shadows shadows = Arc.container().instance(Shadows.class).get();
        shadows.refresh();
        file(random);

        Awaitility.await("seed " + seed)
                .atMost(SOON)
                .until(() -> shown(run).extract().path("decisions"), is(filed + 1));
        ValidatableResponse counted = shown(run).body("failed", is(0)).body("skipped", is(0));
        ValidatableResponse report = report(Map.of(
                "from",
                counted.extract().path("from"),
                "until",
                counted.extract().path("until")));

        assertThat(counted.extract().<Map<String, Integer>>path("outcomes"))
                .as("seed %s", seed)
                .isEqualTo(report.extract().<Map<String, Integer>>path("summary.outcomes"))
                .hasSizeGreaterThan(1);
        counted.body("divergences", is(report.extract().<Integer>path("summary.changed")));
        assertThat(Database.number("select count(*) from decision where rule_set_version = '" + version + "'"))
                .isZero();
    }

    @Test
    void shouldRunOneOfARuleSetAndFewAtOnce() {
        String run = started();
        Api.post(author, runs, "").statusCode(409).body("type", endsWith("/duplicate"));
        Api.post(author, SETS + "/2026.1/shadow-runs", "").statusCode(409);
        Api.post(author, SETS + "/1999.1/shadow-runs", "").statusCode(404);
        for (int i = 0; i < 3; i++) {
            String other = Drafts.version();
            Api.post(author, SETS, Drafts.of(other)).statusCode(201);
            Api.post(author, SETS + "/" + other + "/shadow-runs", "").statusCode(i < 2 ? 201 : 422);
        }
        Api.get(author, runs).statusCode(200).body("items", hasSize(1)).body("items[0].until", nullValue());
        Api.transition(author, run, 2, Map.of("action", "stop")).statusCode(412);
        Api.transition(author, run, 1, Map.of("action", "stop")).statusCode(200);
        Api.transition(author, run, 2, Map.of("action", "stop")).statusCode(409);
        Api.get(author, SETS + "/2026.1/shadow-runs/" + run.substring(run.lastIndexOf('/') + 1))
                .statusCode(404);
    }

    @Test
    void shouldEndWithTheDocument() {
        String run = started();
        Shadows shadows = Arc.container().instance(Shadows.class).get();
        shadows.refresh();
        shown(run).body("status", is("RUNNING"));

        Api.put(author, path, 1, Drafts.of(version)).statusCode(200);
        shadows.refresh();

        shown(run).body("status", is("ENDED")).body("until", notNullValue());
        Api.post(author, runs, "").statusCode(201);
    }

    private String started() {
        String run = Api.post(author, runs, "")
                .statusCode(201)
                .body("status", is("RUNNING"))
                .body("decisions", is(0))
                .extract()
                .header("Location");
        Arc.container().instance(Shadows.class).get().refresh();
        return run;
    }

    private ValidatableResponse shown(String run) {
        return Api.get(author, run).statusCode(200);
    }

    private static void file(Random random) {
        ObjectNode filing = Filing.by(Codes.NINGHAI)
                .put("certificateRequested", random.nextInt(4) == 0)
                .put("purpose", random.nextInt(3) == 0 ? "AID" : "GENERAL_TRADE");
        Filing.firstLine(filing).put("lotNo", "L-" + random.nextInt());
        Work.file(filing);
    }

    private ValidatableResponse report(Map<String, String> period) {
        Api.post(author, path + "/lint", "").statusCode(200);
        String job = Api.post(author, path + "/impact-reports", period)
                .statusCode(202)
                .extract()
                .header("Location");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> Api.get(author, job).extract().<String>path("state"), is("SUCCEEDED"));
        return Api.get(author, path + "/impact-reports/" + job.substring(job.lastIndexOf('/') + 1))
                .statusCode(200);
    }
}
