package org.qualityzones.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.StateVersions;
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
import org.qualityzones.trial.TestClock;
import org.qualityzones.trial.Work;
import org.qualityzones.web.Roles;
import org.qualityzones.web.jobs.JobProgress;

/** A rule set from draft to effect: what the report predicts is what is decided once it governs. */
@QuarkusTest
@WithServers("inspection")
class RuleSetLifeTest {

    private static final String SETS = "/api/v1/rule-sets";
    private static final Map<String, String> BEYOND =
            Map.of("from", "2020-01-01T00:00:00Z", "until", "2020-02-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String author = Callers.of(Roles.AUTHORITY);
    private final String second =
            Tokens.of(Roles.AUTHORITY).subject("second-person").build();
    private final String version = Drafts.version();
    private final String path = SETS + "/" + version;
    private final TestClock clock = Arc.container().instance(TestClock.class).get();

    @BeforeEach
    void know() {
        Database.truncate("daily_seed");
        Drafts.removeAll();
        Known.enterprise(Codes.NINGHAI).named("宁海文具", "Ninghai Stationery").inVersion(1);
    }

    @AfterEach
    void leaveTheShippedOneAlone() {
        clock.moveTo(Duration.ZERO);
        Drafts.removeAll();
        Arc.container().instance(RuleBook.class).get().all();
    }

    @Test
    void shouldDecideByANewRuleSetFromItsInstantOn() {
        String before = file("L-1");
        file("L-2");
        Work.rejectedLot("L-3");
        warn("FR");
        String warned = file("L-30", filing -> filing.put("destination", "FR"));
        join("CN-330226-01");
        String inZone = file("L-31");
        String unchanged = file("L-32", filing -> {
            filing.put("certificateRequested", true);
            ((ObjectNode) Filing.firstLine(filing).path("quantity")).put("value", "70000");
        });
        draftAndLint();

        ValidatableResponse report = report(Map.of());
        String id = report.extract().path("id");
        report.body("status", is("DONE"))
                .body("done", is(6))
                .body("summary.remark", nullValue())
                .body("summary.decisions", is(6))
                .body("summary.changed", is(4))
                .body("summary.outcomes.'RELEASE→VERIFY'", is(3))
                .body("summary.outcomes.'SAMPLE→VERIFY'", is(1))
                .body("summary.byChapter.'96'.'RELEASE→VERIFY'", is(3))
                .body("summary.byClass.UNCLASSIFIED.'RELEASE→VERIFY'", is(3))
                .body("summary.byZone.none.'SAMPLE→VERIFY'", is(1))
                .body("summary.byZone.none.'RELEASE→VERIFY'", is(2))
                .body("summary.byZone.'CN-330226-01'.'RELEASE→VERIFY'", is(1))
                .body("summary.enterprises", hasSize(1))
                .body("summary.enterprises[0].uscc", is(Codes.NINGHAI))
                .body("summary.enterprises[0].name.en", is("Ninghai Stationery"))
                .body("summary.enterprises[0].stricter", is(3))
                .body("summary.enterprises[0].laxer", is(1))
                .body("summary.work.hoursAdded", is("-2.00"))
                .body("summary.failuresMissed", is(1))
                .body("summary.failuresFound.label", is("ESTIMATE"));
        Map<String, String> publish = Map.of("action", "publish", "impactReportId", id);
        Api.transition(second, path, 3, Map.of("action", "publish")).statusCode(422);
        Api.transition(second, path, 3, Map.of("action", "publish", "impactReportId", UUID.randomUUID()))
                .statusCode(422)
                .body("type", endsWith("/impact-report-needed"));
        Api.transition(author, path, 3, publish).statusCode(422).body("type", endsWith("/rule-set-drafter"));
        Api.transition(
                        second,
                        path,
                        3,
                        Map.of("action", "publish", "impactReportId", id, "effectiveFrom", "2026-01-01T00:00:00Z"))
                .statusCode(422)
                .body("type", endsWith("/effective-in-the-past"));
        Api.transition(second, path, 3, publish)
                .statusCode(200)
                .body("status", is("PUBLISHED"))
                .body("effectiveFrom", notNullValue());
        assertDecidedAsPredicted(id, 4);
        assertThat(factsOf(decisionOf(inZone))
                        .path("zones")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("CN-330226-01");
        assertThat(factsOf(decisionOf(warned)).path("warnings")).hasSize(1);
        assertDecidedAs(decisionOf(warned), "VERIFY");
        assertDecidedAs(decisionOf(unchanged), "SAMPLE");

        assertThat(decidedBy(file("L-4"))).isEqualTo("2026.1 RELEASE");
        clock.moveTo(Duration.ofSeconds(30));
        assertThat(decidedBy(file("L-5"))).isEqualTo(version + " VERIFY");
        String replayed =
                Api.get(author, "/api/v1/declarations/" + before).extract().path("lines[0].decision.id");
        Api.as(author)
                .post("/api/v1/decisions/" + replayed + "/replays")
                .then()
                .statusCode(200)
                .body("identical", is(true));

        Api.transition(second, path, 4, Map.of("action", "retire"))
                .statusCode(200)
                .body("status", is("RETIRED"));
        assertThat(decidedBy(file("L-6"))).isEqualTo(version + " VERIFY");
        clock.moveTo(Duration.ofSeconds(60));
        assertThat(decidedBy(file("L-7"))).isEqualTo("2026.1 RELEASE");
        Api.transition(second, path, 5, publish).statusCode(409);
        Api.get(Callers.of(Roles.INTEGRATOR), path).statusCode(200);
    }

    @Test
    void shouldSayThatAPeriodHoldsNothing() {
        Api.post(author, SETS, Drafts.of(version)).statusCode(201);
        Api.post(author, path + "/impact-reports", BEYOND)
                .statusCode(409)
                .body("type", endsWith("/illegal-transition"));
        Api.post(author, path + "/lint", "").statusCode(200);

        String id = report(BEYOND)
                .body("summary.decisions", is(0))
                .body("summary.remark.en", is("The period holds no decision"))
                .extract()
                .path("id");

        Api.transition(second, path, 3, Map.of("action", "publish", "impactReportId", id))
                .statusCode(422)
                .body("type", endsWith("/impact-report-needed"));
        Api.get(author, path + "/impact-reports").statusCode(200).body("items", hasSize(1));
        Api.get(author, SETS + "/2026.1/impact-reports/" + id).statusCode(404);
        Api.post(
                        author,
                        path + "/impact-reports",
                        Map.of("from", "2020-02-01T00:00:00Z", "until", "2020-02-01T00:00:00Z"))
                .statusCode(400)
                .body("errors[0].pointer", is("/from"));
    }

    @Test
    void shouldGoOnWhereAnotherProcessEnded() {
        file("L-1");
        file("L-2");
        file("L-3");
        draftAndLint();
        String whole = report(Map.of()).extract().path("id");
        String id = begunElsewhere(whole);
        losing(whole, id);

        awaitJob("/api/v1/inspection/jobs/" + id, "SUCCEEDED");

        Api.get(author, path + "/impact-reports/" + id)
                .body("status", is("DONE"))
                .body("done", is(3))
                .body("summary.decisions", is(3))
                .body("summary.outcomes.'RELEASE→VERIFY'", is(3))
                .body("summary.enterprises[0].changed", is(2));
    }

    @Test
    void shouldStopWhenItIsCancelled() throws Exception {
        file("L-1");
        draftAndLint();
        String whole = report(Map.of()).extract().path("id");
        String id = begunElsewhere(whole);

        Arc.container().instance(ImpactWork.class).get().run(UUID.fromString(id), new Cancelled());

        Api.get(author, path + "/impact-reports/" + id)
                .body("status", is("CANCELLED"))
                .body("summary", nullValue());
    }

    /** A report of which one decision was looked at by a process that has gone. */
    private static String begunElsewhere(String whole) {
        String id = UUID.randomUUID().toString();
        Database.execute("insert into impact_report (id, rule_set, digest, period_from, period_until, status,"
                + " requested_by, requested_at, done, last_at, last_id, tally) select '" + id
                + "', r.rule_set, r.digest, r.period_from, r.period_until, 'RUNNING', r.requested_by, r.requested_at,"
                + " 1, d.decided_at, d.id, '{\"decisions\":1,\"changed\":1,\"outcomes\":{\"RELEASE→VERIFY\":1}}' from"
                + " impact_report r, (select * from decision order by decided_at, id limit 1) d where r.id = '"
                + whole + "'");
        return id;
    }

    private static void losing(String whole, String id) {
        Database.execute("insert into job (id, kind, state, done, owner, started_at, touched_at) select '" + id
                + "', kind, 'RUNNING', 1, owner, started_at, now() - interval '1 hour' from job where id = '" + whole
                + "'");
    }

    private void draftAndLint() {
        ObjectNode document = Drafts.of(version);
        Drafts.rule(document, "application").put("when", "line.certificateRequested && line.lotSize > 60000");
        Drafts.rule(document, "not-statutory").putArray("then").addObject().put("outcome", "VERIFY");
        Api.post(author, SETS, document).statusCode(201);
        Api.post(author, path + "/lint", "").statusCode(200).body("errors", is(0));
    }

    private ValidatableResponse report(Map<String, String> period) {
        String job = Api.post(author, path + "/impact-reports", period)
                .statusCode(202)
                .extract()
                .header("Location");
        awaitJob(job, "SUCCEEDED");
        return Api.get(author, path + "/impact-reports/" + job.substring(job.lastIndexOf('/') + 1))
                .statusCode(200);
    }

    private void awaitJob(String job, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Api.get(author, job).extract().<String>path("state"), is(state));
    }

    /** Evaluating the stored facts by the published set gives what the report said of each decision. */
    private void assertDecidedAsPredicted(String report, int size) {
        List<Map<String, String>> changes = Api.get(author, path + "/impact-reports/" + report + "/changes")
                .statusCode(200)
                .body("items", hasSize(size))
                .extract()
                .path("items");
        for (Map<String, String> change : changes) {
            assertDecidedAs(change.get("decisionId"), change.get("after"));
        }
    }

    /** Evaluating the stored facts of a decision by the published set. */
    private void assertDecidedAs(String decision, String outcome) {
        Map<String, Object> question = new HashMap<>();
        question.put("declaration", Filing.by(Codes.NINGHAI));
        question.put("facts", factsOf(decision));
        question.put("ruleSet", version);
        Api.post(author, "/api/v1/decisions/evaluations", question)
                .statusCode(200)
                .body("lines[0].outcome", is(outcome));
    }

    private JsonNode factsOf(String decision) {
        String facts = Api.get(author, "/api/v1/decisions/" + decision + "/facts")
                .statusCode(200)
                .extract()
                .asString();
        try {
            return JSON.readTree(facts);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(facts, e);
        }
    }

    private String decisionOf(String declaration) {
        return Api.get(author, "/api/v1/declarations/" + declaration).extract().path("lines[0].decision.id");
    }

    private static void warn(String destination) {
        Database.execute("insert into risk_warning_copy (id, version, lifted, level, measure, destination, valid_from)"
                + " values ('w-1', 1, false, 3, 'TIGHTEN', '" + destination + "', '2020-01-01')");
    }

    private static void join(String zone) {
        Database.execute("insert into membership_copy (uscc, zone_code, active) values ('" + Codes.NINGHAI + "', '"
                + zone + "', true)");
        Instant now = Arc.container().instance(Clock.class).get().instant();
        StateVersions versions = Arc.container().instance(StateVersions.class).get();
        ObjectNode state = JSON.createObjectNode()
                .put("code", zone)
                .put("level", "NATIONAL")
                .put("status", "ACTIVE");
        state.putArray("hsPrefixes").add("9608");
        QuarkusTransaction.requiringNew().run(() -> {
            versions.append(Topics.ZONE, zone, 1, now, now, state);
            versions.append(
                    Topics.MEMBERSHIP,
                    zone + "/" + Codes.NINGHAI,
                    1,
                    now,
                    now,
                    JSON.createObjectNode()
                            .put("zone", zone)
                            .put("uscc", Codes.NINGHAI)
                            .put("status", "ACTIVE"));
        });
    }

    private static String file(String lotNo) {
        return file(lotNo, _ -> {});
    }

    private static String file(String lotNo, Consumer<ObjectNode> change) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("lotNo", lotNo);
        change.accept(filing);
        return Work.file(filing);
    }

    private String decidedBy(String declaration) {
        ValidatableResponse shown = Api.get(author, "/api/v1/declarations/" + declaration);
        return shown.extract().path("lines[0].decision.ruleSet.version") + " "
                + shown.extract().path("lines[0].decision.outcome");
    }

    /** The progress of a job that somebody cancelled. */
    private static final class Cancelled implements JobProgress {

        @Override
        public void total(long rows) {
            // nobody asks
        }

        @Override
        public void row(long row, String status, String id, List<String> remarks) {
            throw new IllegalStateException("An impact report has no rows");
        }

        @Override
        public void refused(long row, org.qualityzones.web.Problem problem) {
            throw new IllegalStateException("An impact report has no rows");
        }

        @Override
        public void done(long done) {
            // nobody asks
        }

        @Override
        public boolean isCancelled() {
            return true;
        }
    }
}
