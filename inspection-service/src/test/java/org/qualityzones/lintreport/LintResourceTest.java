package org.qualityzones.lintreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class LintResourceTest {

    private static final String SETS = "/api/v1/rule-sets";

    private final String author = Callers.of(Roles.AUTHORITY);
    private final String second =
            Tokens.of(Roles.AUTHORITY).subject("second-person").build();
    private final String version = Drafts.version();
    private final String path = SETS + "/" + version;

    @BeforeEach
    void know() {
        Database.truncate("daily_seed");
        Drafts.removeAll();
        Known.enterprise(Codes.NINGHAI).inVersion(1);
    }

    @AfterEach
    void leaveTheShippedOneAlone() {
        Drafts.removeAll();
    }

    @Test
    void shouldNameTheAcknowledgedWarningsOfTheShippedSetOnly() {
        Api.get(Callers.of(Roles.INTEGRATOR), SETS + "/2026.1/lint")
                .statusCode(200)
                .body("id", nullValue())
                .body("errors", is(0))
                .body("warnings", is(13))
                .body("exhaustive", is(true))
                .body("findings", hasSize(13))
                .body("findings.acknowledged", everyItem(is(true)))
                .body("findings.code", everyItem(is("REPEALED_CITATION")))
                .body("findings.message.zh", everyItem(notNullValue()))
                .body("findings.message.en", everyItem(notNullValue()))
                .body("findings.example.outcome", everyItem(notNullValue()));
        Api.post(author, SETS + "/2026.1/lint", "").statusCode(200).body("id", notNullValue());
        Api.get(author, SETS + "/2026.1").body("revision", is(1)).body("lintReportId", nullValue());
    }

    @Test
    void shouldKeepErrorsFromBeingPublishedAndShowEachByAnInput() {
        ObjectNode document = Drafts.of(version);
        Drafts.rule(document, "class-risk-matrix").put("when", "!psiPrivilege && productRisk != 'HIGH'");
        Api.post(author, SETS, document).statusCode(201);

        ValidatableResponse report = Api.post(author, path + "/lint", "")
                .statusCode(200)
                .body("errors", greaterThan(0))
                .body("findings[0].severity", is("ERROR"))
                .body("findings[0].code", is("GAP"))
                .body("findings[0].pointer", org.hamcrest.Matchers.startsWith("/rules/"));

        Api.get(author, path)
                .body("status", is("LINTED"))
                .body("lintReportId", is(report.extract().<String>path("id")))
                .body("lintErrors", is(report.extract().<Integer>path("errors")));
        Api.get(Callers.of(Roles.AUDITOR), path + "/lint")
                .body("id", is(report.extract().<String>path("id")));
        Api.get(Callers.of(Roles.INTEGRATOR), path + "/lint").statusCode(404);
        List<Map<String, Object>> findings = report.extract().path("findings");
        findings.forEach(this::assertDecidedAsFound);
        Api.transition(second, path, 2, Map.of("action", "publish", "impactReportId", UUID.randomUUID()))
                .statusCode(422)
                .body("type", endsWith("/lint-errors"));
        assertThat(Database.number("select count(*) from outbox where key = '" + version + "'"))
                .isEqualTo(2);
    }

    @Test
    void shouldLintWhatIsMendedAnew() {
        ObjectNode document = Drafts.of(version);
        Drafts.parameter(document, "shareStrict").put("value", "0.04");
        Api.post(author, SETS, document).statusCode(201);
        Api.transition(author, path, 1, Map.of("action", "lint")).statusCode(400);
        String key = Api.newKey();
        String first = Api.post(author, key, path + "/lint", "")
                .statusCode(200)
                .body("errors", greaterThan(0))
                .extract()
                .path("id");
        Api.post(author, key, path + "/lint", "")
                .header("Idempotency-Replayed", is("true"))
                .body("id", is(first));

        Api.put(author, path, 2, Drafts.of(version))
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("lintReportId", nullValue());
        Api.transition(second, path, 3, Map.of("action", "publish")).statusCode(409);
        Api.post(author, path + "/lint", "").statusCode(200).body("errors", is(0));

        Api.get(author, path).body("status", is("LINTED")).body("lintErrors", is(0));
        Api.transition(second, path, 4, Map.of("action", "publish"))
                .statusCode(422)
                .body("type", endsWith("/impact-report-needed"));
        assertThat(Database.number("select count(*) from lint_report where rule_set = '" + version + "'"))
                .isEqualTo(2);
    }

    private void assertDecidedAsFound(Map<String, Object> finding) {
        Map<?, ?> example = (Map<?, ?>) finding.get("example");
        Api.post(
                        author,
                        "/api/v1/decisions/evaluations",
                        Map.of(
                                "declaration",
                                Filing.by(Codes.NINGHAI),
                                "facts",
                                example.get("facts"),
                                "ruleSet",
                                version))
                .statusCode(200)
                .body("lines[0].outcome", is(example.get("outcome")))
                .body("lines[0].mode", is(example.get("mode")));
    }
}
