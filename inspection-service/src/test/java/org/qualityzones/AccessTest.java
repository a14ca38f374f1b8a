package org.qualityzones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Exemptions;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Overrides;
import org.qualityzones.trial.Work;
import org.qualityzones.web.Roles;

/** Every operation of this service: each role, another area's rows, no token. */
@QuarkusTest
@WithServers("inspection")
class AccessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> READERS = Set.of(
            Roles.ENTERPRISE,
            Roles.FILING_AGENT,
            Roles.LOCAL_GOVERNMENT,
            Roles.INSPECTOR,
            Roles.BUREAU,
            Roles.AUTHORITY,
            Roles.INTEGRATOR,
            Roles.AUDITOR);
    private static final Set<String> FILERS = Set.of(Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.BUREAU);
    private static final Set<String> OFFICES = Set.of(Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR);

    private static final Map<String, Object> REPORT =
            Map.of("year", 2025, "lots", 1, "value", Map.of("amount", "1", "currency", "USD"), "complaints", 0);

    private String declaration;
    private String decision;

    /** One operation. @param allowed roles that may do it on a row of theirs @param ownRows whether rows limit it */
    private record Operation(String method, String path, Object body, Set<String> allowed, boolean ownRows) {}

    @BeforeEach
    void fileForNinghaiByItsAgent() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).listing(Codes.AGENT).inVersion(1);
        var filed = Api.post(
                        Callers.filingAgent(Codes.AGENT),
                        "/api/v1/declarations",
                        Filing.by(Codes.NINGHAI).put("agent", Codes.AGENT))
                .statusCode(201);
        declaration = filed.extract().path("id");
        decision = filed.extract().path("lines[0].decision.id");
    }

    private List<Operation> operations() {
        ObjectNode filing = Filing.by(Codes.NINGHAI).put("agent", Codes.AGENT);
        ObjectNode evaluation = JSON.createObjectNode().set("declaration", filing);
        Set<String> evaluators = Set.of(
                Roles.ENTERPRISE,
                Roles.FILING_AGENT,
                Roles.INSPECTOR,
                Roles.BUREAU,
                Roles.AUTHORITY,
                Roles.INTEGRATOR,
                Roles.AUDITOR);
        Set<String> recordReaders = Set.of(
                Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR);
        String path = "/api/v1/decisions/" + decision;
        Work.rejectedLot("L-A");
        String action = "/api/v1/corrective-actions/" + Work.correctiveAction();
        String override = Overrides.proposed(decision, "SAMPLE");
        String inspection = "/api/v1/inspections/" + Work.inspectionOf(Work.file(Work.sampled("L-B")));
        String documents = "/api/v1/declarations/" + declaration + "/lines/1/document-verifications";
        String sampling = "/api/v1/sampling-states/" + Codes.NINGHAI + "/9608";
        Set<String> inspectors = Set.of(Roles.INSPECTOR, Roles.BUREAU);
        Set<String> actors = Set.of(Roles.ENTERPRISE, Roles.INSPECTOR, Roles.BUREAU);
        Set<String> samplers = Set.of(Roles.ENTERPRISE, Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR);
        String certificate =
                Exemptions.CERTIFICATES + "/" + Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9608"));
        String application =
                Exemptions.APPLICATIONS + "/" + Exemptions.applied(Exemptions.application(Codes.NINGHAI, "8458"));
        Set<String> readersOfExemptions = Set.of(
                Roles.ENTERPRISE,
                Roles.LOCAL_GOVERNMENT,
                Roles.INSPECTOR,
                Roles.BUREAU,
                Roles.AUTHORITY,
                Roles.INTEGRATOR,
                Roles.AUDITOR);
        Set<String> authority = Set.of(Roles.AUTHORITY);
        return List.of(
                new Operation(
                        "POST",
                        Exemptions.APPLICATIONS,
                        Exemptions.application(Codes.NINGHAI, "9609"),
                        Set.of(Roles.ENTERPRISE),
                        false),
                new Operation("GET", Exemptions.APPLICATIONS, null, readersOfExemptions, false),
                new Operation("GET", application, null, readersOfExemptions, true),
                new Operation(
                        "POST",
                        application + "/transitions",
                        Map.of("action", "file"),
                        Set.of(Roles.ENTERPRISE, Roles.BUREAU, Roles.AUTHORITY),
                        true),
                new Operation("GET", Exemptions.CERTIFICATES, null, READERS, false),
                new Operation("POST", Exemptions.CERTIFICATES + "/imports", "csv", authority, false),
                new Operation("GET", certificate, null, READERS, true),
                new Operation("POST", certificate + "/transitions", Map.of("action", "revoke"), authority, false),
                new Operation("GET", certificate + "/annual-reports", null, readersOfExemptions, true),
                new Operation("GET", certificate + "/annual-reports/2026", null, readersOfExemptions, true),
                new Operation("POST", certificate + "/annual-reports", REPORT, Set.of(Roles.ENTERPRISE), true),
                new Operation("POST", documents, Map.of("conforming", true), inspectors, true),
                new Operation("GET", "/api/v1/inspections", null, READERS, false),
                new Operation("GET", inspection, null, READERS, true),
                new Operation("POST", inspection + "/transitions", Map.of("action", "assign"), inspectors, true),
                new Operation("POST", inspection + "/results", Work.result(0), inspectors, true),
                new Operation("GET", "/api/v1/corrective-actions", null, READERS, false),
                new Operation("GET", action, null, READERS, true),
                new Operation("POST", action + "/transitions", Map.of("action", "reject"), actors, true),
                new Operation("GET", "/api/v1/sampling-states?uscc=" + Codes.NINGHAI, null, samplers, false),
                new Operation("GET", sampling, null, samplers, false),
                new Operation(
                        "POST",
                        sampling + "/transitions",
                        Map.of("action", "report-steady", "reason", "sample"),
                        inspectors,
                        false),
                new Operation("POST", "/api/v1/declarations", filing, FILERS, false),
                new Operation("POST", "/api/v1/declarations/imports", "ndjson", FILERS, false),
                new Operation("GET", "/api/v1/declarations", null, READERS, false),
                new Operation("GET", "/api/v1/declarations/" + declaration, null, READERS, true),
                new Operation(
                        "POST",
                        "/api/v1/declarations/" + declaration + "/transitions",
                        Map.of("action", "withdraw"),
                        FILERS,
                        true),
                new Operation("GET", path, null, READERS, true),
                new Operation("GET", path + "/record", null, recordReaders, true),
                new Operation("GET", path + "/facts", null, recordReaders, true),
                new Operation("POST", path + "/replays", null, OFFICES, true),
                new Operation(
                        "POST", "/api/v1/decisions/replays", Map.of(), Set.of(Roles.AUTHORITY, Roles.AUDITOR), false),
                new Operation(
                        "POST", path + "/overrides", Map.of("outcome", "HOLD", "reason", "sample"), inspectors, true),
                new Operation("GET", path + "/overrides", null, recordReaders, true),
                new Operation("GET", override, null, recordReaders, true),
                new Operation("POST", override + "/transitions", Map.of("action", "approve"), inspectors, true),
                new Operation("POST", path + "/counterfactuals", null, recordReaders, true),
                new Operation("POST", "/api/v1/decisions/evaluations", evaluation, evaluators, false),
                new Operation("GET", "/api/v1/catalogue/9608100000", null, READERS, false),
                new Operation("POST", "/api/v1/catalogue/imports", "csv", Set.of(Roles.AUTHORITY), false),
                new Operation("GET", "/api/v1/reference-tables/fee-periods", null, READERS, false),
                new Operation(
                        "POST", "/api/v1/reference-tables/fee-periods/imports", "csv", Set.of(Roles.AUTHORITY), false),
                new Operation("POST", "/api/v1/campaigns", Map.of(), Set.of(Roles.AUTHORITY), false),
                new Operation("GET", "/api/v1/campaigns", null, READERS, false),
                new Operation("GET", "/api/v1/campaigns/" + declaration, null, READERS, false),
                new Operation("GET", "/api/v1/sampling-plans", null, READERS, false),
                new Operation("GET", "/api/v1/inspection-bodies", null, READERS, false),
                new Operation("GET", "/api/v1/rule-sets", null, READERS, false),
                new Operation("GET", "/api/v1/rule-sets/2026.1", null, READERS, false),
                new Operation("GET", "/api/v1/rule-sets/2026.1/lint", null, READERS, false),
                new Operation("POST", "/api/v1/rule-sets/2026.1/lint", null, authority, false),
                new Operation("POST", "/api/v1/rule-sets/2026.1/shadow-runs", null, authority, false),
                new Operation(
                        "GET",
                        "/api/v1/rule-sets/2026.1/shadow-runs",
                        null,
                        Set.of(Roles.AUTHORITY, Roles.AUDITOR),
                        false),
                new Operation(
                        "GET",
                        "/api/v1/rule-sets/2026.1/shadow-runs/" + declaration,
                        null,
                        Set.of(Roles.AUTHORITY, Roles.AUDITOR),
                        false),
                new Operation(
                        "POST",
                        "/api/v1/rule-sets/2026.1/shadow-runs/" + declaration + "/transitions",
                        Map.of("action", "stop"),
                        authority,
                        false),
                new Operation("POST", "/api/v1/rule-sets/2026.1/impact-reports", Map.of(), authority, false),
                new Operation(
                        "GET",
                        "/api/v1/rule-sets/2026.1/impact-reports",
                        null,
                        Set.of(Roles.AUTHORITY, Roles.AUDITOR),
                        false),
                new Operation(
                        "GET",
                        "/api/v1/rule-sets/2026.1/impact-reports/" + declaration,
                        null,
                        Set.of(Roles.AUTHORITY, Roles.AUDITOR),
                        false),
                new Operation(
                        "GET",
                        "/api/v1/rule-sets/2026.1/impact-reports/" + declaration + "/changes",
                        null,
                        Set.of(Roles.AUTHORITY, Roles.AUDITOR),
                        false),
                new Operation("POST", "/api/v1/rule-sets", Map.of(), Set.of(Roles.AUTHORITY), false),
                new Operation("PUT", "/api/v1/rule-sets/2026.1", Map.of(), Set.of(Roles.AUTHORITY), false),
                new Operation(
                        "POST",
                        "/api/v1/rule-sets/2026.1/transitions",
                        Map.of("action", "retire"),
                        Set.of(Roles.AUTHORITY),
                        false),
                new Operation("GET", "/api/v1/citations/configuration", null, READERS, false),
                new Operation(
                        "PUT",
                        "/api/v1/citations/configuration",
                        Map.of("status", "REPEALED", "effectiveOn", "2026-01-01", "source", "s"),
                        authority,
                        false),
                new Operation("GET", "/api/v1/draws/2020-01-01", null, READERS, false));
    }

    @TestFactory
    Stream<DynamicTest> shouldAllowExactlyTheRolesOfTheContract() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : operations()) {
            Callers.ofEveryRole()
                    .forEach((role, token) ->
                            tests.add(dynamicTest(operation.method() + " " + operation.path() + " as " + role, () -> {
                                int status = send(operation, token);
                                if (operation.allowed().contains(role)) {
                                    assertThat(status).isNotIn(401, 403).isLessThan(500);
                                } else {
                                    assertThat(status).isEqualTo(403);
                                }
                            })));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseWhoeverHasNoToken() {
        return operations().stream()
                .map(operation ->
                        dynamicTest(operation.method() + " " + operation.path(), () -> assertThat(send(operation, null))
                                .isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> shouldHideRowsOfOthers() {
        Map<String, String> strangers = Map.of(
                Roles.ENTERPRISE, Callers.enterprise(Codes.YUNHE),
                Roles.FILING_AGENT, Callers.filingAgent(Codes.of("330203", 9)),
                Roles.BUREAU, Callers.bureauB());
        return operations().stream().filter(Operation::ownRows).flatMap(operation -> strangers.entrySet().stream()
                .filter(stranger -> operation.allowed().contains(stranger.getKey()))
                .map(stranger -> dynamicTest(
                        operation.method() + " " + operation.path() + " as another " + stranger.getKey(),
                        () -> assertThat(send(operation, stranger.getValue())).isEqualTo(404))));
    }

    @Test
    void shouldRefuseToFileForOthers() {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        for (String token : List.of(
                Callers.enterprise(Codes.YUNHE),
                Callers.filingAgent(Codes.AGENT),
                Callers.filingAgent(Codes.of("330203", 9)),
                Callers.bureauB())) {
            Api.post(token, "/api/v1/declarations", filing)
                    .statusCode(403)
                    .body("type", org.hamcrest.Matchers.endsWith("/not-your-row"));
        }
        Api.post(
                        Callers.filingAgent(Codes.AGENT),
                        "/api/v1/declarations",
                        Filing.by(Codes.NINGHAI_2).put("agent", Codes.AGENT))
                .statusCode(403)
                .body("errors[0].pointer", org.hamcrest.Matchers.is("/consignor"));
        Api.post(Callers.enterprise(Codes.YUNHE), "/api/v1/decisions/evaluations", Map.of("declaration", filing))
                .statusCode(403);
    }

    @Test
    void shouldLetPartiesEvaluateOnlyOnTheFactsOnRecord() {
        Map<String, Object> question =
                Map.of("declaration", Filing.by(Codes.NINGHAI), "facts", Map.of("productRisk", "GENERAL"));

        Api.post(Callers.enterprise(Codes.NINGHAI), "/api/v1/decisions/evaluations", question)
                .statusCode(403)
                .body("errors[0].pointer", org.hamcrest.Matchers.is("/facts"));
        Api.post(Callers.of(Roles.INTEGRATOR), "/api/v1/decisions/evaluations", question)
                .statusCode(200);
    }

    @Test
    void shouldListOnlyTheCallersRows() {
        assertThat(listed(Callers.enterprise(Codes.NINGHAI))).isEqualTo(1);
        assertThat(listed(Callers.filingAgent(Codes.AGENT))).isEqualTo(1);
        assertThat(listed(Callers.bureau())).isEqualTo(1);
        assertThat(listed(Callers.of(Roles.INTEGRATOR))).isEqualTo(1);
        assertThat(listed(Callers.enterprise(Codes.YUNHE))).isZero();
        assertThat(listed(Callers.bureauB())).isZero();
        assertThat(listed(Callers.of(Roles.BUREAU))).isZero();
    }

    private static int listed(String token) {
        return Api.get(token, "/api/v1/declarations")
                .statusCode(200)
                .extract()
                .<List<?>>path("items")
                .size();
    }

    private static int send(Operation operation, String token) {
        RequestSpecification request = token == null ? Api.anonymous() : Api.as(token);
        request.header("Idempotency-Key", Api.newKey()).header("If-Match", "\"0\"");
        if ("csv".equals(operation.body())) {
            request.contentType("text/csv").body("hsCode\n");
        } else if ("ndjson".equals(operation.body())) {
            request.contentType("application/x-ndjson").body("{}".getBytes(StandardCharsets.UTF_8));
        } else if (operation.body() != null) {
            request.contentType(ContentType.JSON).body(operation.body());
        }
        return request.request(operation.method(), operation.path()).statusCode();
    }
}
