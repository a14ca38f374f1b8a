package org.qualityzones.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

@QuarkusTest
@WithServers("inspection")
class CitationTest {

    private static final String ORDER_1 = "/api/v1/citations/AQSIQ Order 1 of 2001";
    private static final Map<String, String> REPEAL =
            Map.of("status", "REPEALED", "effectiveOn", "2026-01-01", "source", "a decree of repeal");

    private final String author = Callers.of(Roles.AUTHORITY);
    private final String anyone = Callers.of(Roles.INTEGRATOR);
    private final TestClock clock = Arc.container().instance(TestClock.class).get();
    private final UseCounter counter =
            Arc.container().instance(UseCounter.class).get();

    @BeforeEach
    @AfterEach
    void empty_() {
        clock.moveTo(Duration.ZERO);
        Database.truncate("daily_seed");
        Drafts.removeAll();
    }

    @Test
    void shouldCountTheDecisionsThatRestOnARuleOnce() {
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        Work.file(Filing.by(Codes.NINGHAI));
        Work.file(Work.sampled("L-2"));
        Api.get(anyone, "/api/v1/citations/configuration").statusCode(200).body("decisions", is(0));
        clock.moveTo(Duration.ofMinutes(10));

        counter.count();
        counter.count();

        Api.get(anyone, "/api/v1/citations/configuration")
                .body("countedUntil", notNullValue())
                .body("citedBy.findAll { it.kind == 'PARAMETER' }.decisions", everyItem(nullValue()));
        assertThat(counted("not-statutory")).isEqualTo(2);
        assertThat(counted("application")).isEqualTo(1);
        assertThat(counted("hold-banned")).isZero();
        assertThat(Database.number("select count(*) from decision d where exists (select 1 from"
                        + " jsonb_array_elements(convert_from(d.record, 'UTF8')::jsonb -> 'reasons') r, jsonb_array_elements(r ->"
                        + " 'citations') c where c ->> 'instrument' = 'configuration')"))
                .isEqualTo(Api.get(anyone, "/api/v1/citations/configuration")
                        .extract()
                        .<Integer>path("decisions")
                        .longValue());
    }

    @Test
    void shouldSayWhatARepealAsksFor() {
        Api.get(anyone, ORDER_1)
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("status", nullValue())
                .body("citedBy.id", hasItems("hold-banned", "directed-inspection"))
                .body("toAcknowledge", empty());
        String version = Drafts.version();
        Api.post(author, "/api/v1/rule-sets", Drafts.of(version)).statusCode(201);

        Api.put(author, ORDER_1, 0, REPEAL)
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("status.status", is("REPEALED"))
                .body("toAcknowledge.id", hasItems("hold-banned", "directed-inspection"))
                .body("toAcknowledge.ruleSet", hasItems("2026.1", version))
                .body("toAcknowledge.acknowledged", everyItem(is(false)));

        Api.put(author, ORDER_1, 0, REPEAL).statusCode(412);
        Api.get(anyone, ORDER_1).body("toAcknowledge.ruleSet", everyItem(is("2026.1")));
        Api.post(author, "/api/v1/rule-sets/" + version + "/lint", "")
                .statusCode(200)
                .body("errors", greaterThan(0))
                .body("findings.findAll { it.severity == 'ERROR' }.code", everyItem(is("REPEALED_CITATION")))
                .body("findings.findAll { it.severity == 'ERROR' }.subject", hasItem("hold-banned"));
        Api.put(author, ORDER_1, 1, Map.of("status", "IN_FORCE", "effectiveOn", "2026-01-01", "source", "a mistake"))
                .statusCode(200)
                .body("toAcknowledge", empty());
        Api.post(author, "/api/v1/rule-sets/" + version + "/lint", "").body("errors", is(0));
        Api.put(author, "/api/v1/citations/no such order", 0, REPEAL).statusCode(404);
    }

    @Test
    void shouldTakeTheNameOfAnInstrumentThatHoldsASlash() {
        String standard = "/api/v1/citations/GB/T 2828.1-2012";
        Api.get(anyone, standard)
                .statusCode(200)
                .body("instrument", is("GB/T 2828.1-2012"))
                .body("citedBy.id", hasItems("hold-sampling-discontinued", "sampling-plans"))
                .body("citedBy.kind", hasItem("SAMPLING"));
        Api.get(anyone, "/api/v1/citations/GB/T").statusCode(404);

        Api.put(author, standard, 0, REPEAL)
                .statusCode(200)
                .body("status.status", is("REPEALED"))
                .body("toAcknowledge.id", hasItems("hold-sampling-discontinued", "sampling-plans"));
        Api.put(author, standard, 1, Map.of("status", "IN_FORCE", "effectiveOn", "2026-01-01", "source", "a mistake"))
                .statusCode(200)
                .body("toAcknowledge", empty());
    }

    @Test
    void shouldAskForWhatCarriesOnAnotherInstrument() {
        String standard = "/api/v1/citations/SN/T 2755.4-2011";
        Api.get(anyone, "/api/v1/citations/AQSIQ Order 113").body("citedBy.acknowledged", everyItem(is(true)));
        Api.get(anyone, standard).body("citedBy.acknowledged", everyItem(is(false)));

        Api.put(author, standard, 0, REPEAL)
                .statusCode(200)
                .body("toAcknowledge.id", hasItems("class-risk-matrix", "lot-draw"));
        Api.put(author, standard, 1, Map.of("status", "IN_FORCE", "effectiveOn", "2026-01-01", "source", "a mistake"))
                .statusCode(200)
                .body("toAcknowledge", empty());
    }

    @Test
    void shouldFollowTheCitationsOfAProduct() {
        ObjectNode document = Drafts.of(Drafts.version());
        ObjectNode sampling = (ObjectNode) document.path("sampling");
        ObjectNode product = sampling.withArray("products").addObject().put("hsPrefix", "8458");
        product.set("qualities", sampling.path("qualities"));
        product.putArray("citations")
                .addObject()
                .put("instrument", "GB/T 1234 for a test")
                .put("status", "UNKNOWN")
                .put("provenance", "FOUND")
                .put("source", "a catalogue of standards");
        Api.post(author, "/api/v1/rule-sets", document).statusCode(201);
        String standard = "/api/v1/citations/GB/T 1234 for a test";

        Api.put(author, standard, 0, REPEAL)
                .statusCode(200)
                .body("toAcknowledge.kind", hasItem("PRODUCT"))
                .body("toAcknowledge.id", hasItem("8458"));
    }

    @Test
    void shouldRefuseToPublishOnWhatWasRepealedSinceTheLint() {
        String version = Drafts.version();
        String path = "/api/v1/rule-sets/" + version;
        Api.post(author, "/api/v1/rule-sets", Drafts.of(version)).statusCode(201);
        Api.post(author, path + "/lint", "").body("errors", is(0));
        String job = Api.post(author, path + "/impact-reports", Map.of())
                .statusCode(202)
                .extract()
                .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Api.get(author, job).extract().<String>path("state"), is("SUCCEEDED"));

        Api.put(author, ORDER_1, 0, REPEAL).statusCode(200);

        Api.transition(
                        Tokens.of(Roles.AUTHORITY).subject("second-person").build(),
                        path,
                        3,
                        Map.of("action", "publish", "impactReportId", job.substring(job.lastIndexOf('/') + 1)))
                .statusCode(422)
                .body("type", endsWith("/lint-errors"));
    }

    private int counted(String rule) {
        return Api.get(anyone, "/api/v1/citations/" + instrumentOf(rule))
                .statusCode(200)
                .extract()
                .path("citedBy.find { it.id == '" + rule + "' }.decisions");
    }

    private String instrumentOf(String rule) {
        return Api.get(anyone, "/api/v1/rule-sets/2026.1")
                .extract()
                .path("document.rules.find { it.id == '" + rule + "' }.citations[0].instrument");
    }
}
