package org.qualityzones.impact;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Drafts;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Work;
import org.qualityzones.web.Roles;

/** Reports over stored decisions that cannot be read, over nothing, and reports that somebody cancels. */
@QuarkusTest
@WithServers("inspection")
class ImpactReportTest {

    private static final String SETS = "/api/v1/rule-sets";
    private static final String JOBS = "/api/v1/inspection/jobs/";

    private final String author = Callers.of(Roles.AUTHORITY);
    private final String second =
            Tokens.of(Roles.AUTHORITY).subject("second-person").build();
    private final String version = Drafts.version();
    private final String path = SETS + "/" + version;

    @BeforeEach
    void draftAndLint() {
        Database.truncate("daily_seed");
        Drafts.removeAll();
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        Api.post(author, SETS, Drafts.of(version)).statusCode(201);
        Api.post(author, path + "/lint", "").statusCode(200).body("errors", is(0));
    }

    @AfterEach
    void leaveTheShippedOneAlone() {
        Drafts.removeAll();
        Arc.container().instance(RuleBook.class).get().all();
    }

    @Test
    void shouldCountWhatCannotBeReadAndGoOn() {
        file("L-1");
        alter(file("L-2"), "outcome = 'NONSENSE'");
        alter(file("L-3"), "facts = '\\xfe'");
        alter(file("L-4"), "mode = 'NONSENSE', rule_set_version = '1999.1', record = ''");

        finished(report(Map.of()))
                .body("done", is(4))
                .body("summary.decisions", is(2))
                .body("summary.unreadable", is(2))
                .body("summary.outcomes.'RELEASE→RELEASE'", is(2));
    }

    /** Any period that ended within the last day will do; the report says that it holds nothing, and a second person judges. */
    @Test
    void shouldPublishOnAReportThatSaysItsPeriodHoldsNothing() {
        file("L-1");
        Instant until = Instant.now().minusSeconds(3_600);
        String id = report(Map.of("from", until.minusSeconds(60).toString(), "until", until.toString()));

        finished(id).body("summary.decisions", is(0)).body("summary.remark.en", is("The period holds no decision"));
        Map<String, String> publish = Map.of("action", "publish", "impactReportId", id);
        Api.transition(author, path, 3, publish).statusCode(422).body("type", endsWith("/rule-set-drafter"));
        Api.transition(second, path, 3, publish).statusCode(200).body("status", is("PUBLISHED"));
    }

    @Test
    void shouldStopWhenSomebodyDeletesItsJob() {
        file("L-1");
        file("L-2");
        String id = begunElsewhere(report(Map.of()));
        String job = JOBS + id;

        Api.as(second).delete(job).then().statusCode(404);
        Api.as(author)
                .delete(job)
                .then()
                .statusCode(202)
                .header("Location", endsWith(job))
                .body("id", is(id))
                .body("state", is("RUNNING"));
        Api.get(author, path + "/impact-reports/" + id).body("status", is("RUNNING"));
        Database.execute("update job set touched_at = now() - interval '1 hour' where id = '" + id + "'");
        await(id, "CANCELLED");

        Api.get(author, path + "/impact-reports/" + id)
                .statusCode(200)
                .body("status", is("CANCELLED"))
                .body("summary", nullValue());
        Api.get(author, path + "/impact-reports").statusCode(200).body("items", hasSize(2));
        String before = Api.get(author, job).extract().asString();
        Api.as(author).delete(job).then().statusCode(202).body("state", is("CANCELLED"));
        Api.as(Callers.of(Roles.OPERATOR)).delete(job).then().statusCode(202).body("state", is("CANCELLED"));
        Api.get(author, job).statusCode(200).body(is(before));
    }

    private String report(Map<String, String> period) {
        String job = Api.post(author, path + "/impact-reports", period)
                .statusCode(202)
                .extract()
                .header("Location");
        String id = job.substring(job.lastIndexOf('/') + 1);
        await(id, "SUCCEEDED");
        return id;
    }

    private ValidatableResponse finished(String id) {
        return Api.get(author, path + "/impact-reports/" + id).statusCode(200).body("status", is("DONE"));
    }

    private void await(String job, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Api.get(author, JOBS + job).extract().<String>path("state"), is(state));
    }

    /** A report like this one that another process has just begun. @return its id, and its job's */
    private static String begunElsewhere(String like) {
        String id = UUID.randomUUID().toString();
        Database.execute("insert into impact_report (id, rule_set, digest, period_from, period_until, status,"
                + " requested_by, requested_at) select '" + id + "', rule_set, digest, period_from, period_until,"
                + " 'RUNNING', requested_by, requested_at from impact_report where id = '" + like + "'");
        Database.execute("insert into job (id, kind, state, done, owner, started_at, touched_at) select '" + id
                + "', kind, 'RUNNING', 0, owner, started_at, now() from job where id = '" + like + "'");
        return id;
    }

    private static void alter(String declaration, String change) {
        Database.execute("update decision set " + change + " where declaration_id = '" + declaration + "'");
    }

    private static String file(String lotNo) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("lotNo", lotNo);
        return Work.file(filing);
    }
}
