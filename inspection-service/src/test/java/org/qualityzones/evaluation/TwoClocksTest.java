package org.qualityzones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.Topics;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Exemptions;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Imports;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Neighbour;
import org.qualityzones.trial.TestClock;
import org.qualityzones.trial.Work;
import org.qualityzones.web.Roles;

/** Evaluations of a past instant, and on what was known at one. */
@QuarkusTest
@WithServers("inspection")
class TwoClocksTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal TWO_TO_64 = new BigDecimal(BigInteger.TWO.pow(64));
    private static final String NOT_STATUTORY = "9503002100";
    private static final String CATALOGUE_HEADER =
            "hsCode,name,supervisionConditions,inspectionCategories,productRisk,validFrom,validUntil,source\n";

    private final String authority = Callers.of(Roles.AUTHORITY);
    private final Map<ObjectNode, String> decisions = new LinkedHashMap<>();

    @Inject
    TestClock clock;

    @Inject
    StateVersions versions;

    @BeforeEach
    void know() {
        Database.truncate("daily_seed");
        Known.allIsCurrent();
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        Imports.imported("/api/v1/catalogue", CATALOGUE_HEADER + "9608100000,pens,A/B,M/N,GENERAL,2010-01-01,,test\n");
    }

    @Test
    void shouldGiveEveryDecisionAgainAtItsOwnInstant() throws IOException {
        decide("9608100000", "L-1");
        decide("9608100000", "L-1");
        decide(NOT_STATUTORY, "L-2");
        decide(NOT_STATUTORY, "L-3");
        Work.rejectedLot("L-4");
        decide("9608100000", "L-5");
        Known.enterprise(Codes.NINGHAI).suspended("ALL").inVersion(2);
        decide(NOT_STATUTORY, "L-2");
        Known.enterprise(Codes.NINGHAI).inVersion(3);
        String certificate = Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9608"));
        Work.step(
                        Callers.bureau(),
                        Work.correctiveAction(),
                        Map.of(
                                "action",
                                "extend",
                                "reason",
                                "r",
                                "deadline",
                                ShanghaiDays.of(clock.instant()).plusDays(200).toString()))
                .statusCode(200);
        decide("9608100000", "L-6");
        Exemptions.move(certificate, "revoke");
        Imports.imported("/api/v1/catalogue", CATALOGUE_HEADER + "9608100000,pens,A,M,HIGH,2010-01-01,,test\n");
        Imports.imported(
                "/api/v1/reference-tables/psi-destinations",
                "country,validFrom,validUntil,provenance,source\nDE,2020-01-01,,CONFIGURED,test\n");
        decide("9608100000", "L-1");
        decide(NOT_STATUTORY, "L-7");

        for (Map.Entry<ObjectNode, String> each : decisions.entrySet()) {
            JsonNode decision = get("/api/v1/decisions/" + each.getValue());
            JsonNode facts = get("/api/v1/decisions/" + each.getValue() + "/facts");
            ObjectNode question = question(each.getKey())
                    .put("asOf", decision.path("decidedAt").asText())
                    .put("knownAt", decision.path("decidedAt").asText())
                    .put("draw", decimal(facts.path("draw").asText()));
            JsonNode line = JSON.readTree(
                            evaluate(question).statusCode(200).extract().asString())
                    .at("/lines/0");
            for (String field : new String[] {"outcome", "mode", "factsDigest", "asOf", "ruleSet", "basis"}) {
                assertThat(line.path(field)).as("%s of %s", field, each).isEqualTo(decision.path(field));
            }
        }
    }

    @Test
    void shouldTellWhatHeldFromWhatWasKnown() {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Instant before = clock.instant();
        Map<String, Object> suspended = Neighbour.suspended(Codes.NINGHAI, null);
        QuarkusTransaction.requiringNew()
                .run(() -> versions.append(
                        Topics.ENTERPRISE, Codes.NINGHAI, 2, before.minusSeconds(60), before, suspended));

        evaluate(question(filing).put("asOf", before.toString()).put("knownAt", before.toString()))
                .statusCode(200)
                .body("lines[0].ifDrawn.outcome", is("SAMPLE"));
        evaluate(question(filing).put("asOf", before.toString()))
                .statusCode(200)
                .body("lines[0].outcome", is("HOLD"))
                .body("lines[0].asOf.producer", is(2));
        evaluate(question(filing).put("asOf", before.minusSeconds(61).toString()))
                .statusCode(200)
                .body("lines[0].outcome", not(is("HOLD")))
                .body("lines[0].missingFacts", hasItems("consignor", "producer"));
        evaluate(question(filing).put("knownAt", before.toString()))
                .statusCode(200)
                .body("lines[0].ifDrawn.outcome", is("SAMPLE"));
        evaluate(question(filing).put("asOf", "2099-01-01T00:00:00Z"))
                .statusCode(200)
                .body("lines[0].outcome", is("HOLD"));
    }

    @Test
    void shouldRefuseWhatNobodyCanHaveLearned() {
        evaluate(question(Filing.by(Codes.NINGHAI))
                        .put(
                                "knownAt",
                                clock.instant().plus(Duration.ofHours(1)).toString()))
                .statusCode(400)
                .body("errors[0].pointer", is("/knownAt"))
                .body("errors[0].code", is("future"));
        evaluate(question(Filing.by(Codes.NINGHAI)).put("knownAt", "2001-01-01T00:00:00Z"))
                .statusCode(400)
                .body("errors[0].code", is("no-rule-set"));
        evaluate(question(Filing.by(Codes.NINGHAI)).put("asOf", "yesterday")).statusCode(400);
    }

    @Test
    void shouldSayWhatIsNotOnRecordOfThePast() {
        String past = clock.instant().minus(Duration.ofDays(2)).toString();
        Database.execute("update sampling_state_version set backfilled = true");
        Database.execute("insert into sampling_state_version (uscc, hs_heading, state, changed_at, backfilled)"
                + " values ('" + Codes.NINGHAI + "', '9608', 'TIGHTENED', now(), true)");
        Database.execute("update catalogue_entry_version set backfilled = true");
        Database.execute("insert into history_start values ('export-value', now())");
        ObjectNode question =
                question(Filing.by(Codes.NINGHAI)).put("knownAt", past).put("ruleSet", "2026.1");

        evaluate(question)
                .statusCode(200)
                .body("lines[0].basis", is("DEGRADED"))
                .body(
                        "lines[0].missingFacts",
                        hasItems("catalogue", "history.sampling", "producer", "producer.exportUsd12m"));
        question.putObject("facts").putObject("history").put("sampling", "NORMAL");
        evaluate(question)
                .statusCode(200)
                .body("lines[0].missingFacts", hasItems("catalogue"))
                .body("lines[0].missingFacts", not(hasItems("history.sampling")));
    }

    private void decide(String hsCode, String lotNo) {
        Known.allIsCurrent();
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("hsCode", hsCode).put("lotNo", lotNo);
        String decision = Api.post(Callers.enterprise(Codes.NINGHAI), "/api/v1/declarations", filing)
                .statusCode(201)
                .extract()
                .path("lines[0].decision.id");
        // the same question twice is two entries
        decisions.put(filing.put("reference", "R-" + decisions.size()), decision);
    }

    private ValidatableResponse evaluate(ObjectNode question) {
        return Api.post(authority, "/api/v1/decisions/evaluations", question);
    }

    private JsonNode get(String path) throws IOException {
        return JSON.readTree(Api.get(authority, path).statusCode(200).extract().asString());
    }

    private static ObjectNode question(ObjectNode filing) {
        return JSON.createObjectNode().set("declaration", filing);
    }

    private static String decimal(String u64) {
        return new BigDecimal(new BigInteger(u64, 16)).divide(TWO_TO_64).toPlainString();
    }
}
