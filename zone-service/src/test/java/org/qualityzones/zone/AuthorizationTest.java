package org.qualityzones.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

/** Every role against every operation, rows of other areas, and no token at all. */
@QuarkusTest
@WithServers("zone")
class AuthorizationTest {
    private static final List<String> ROLES = List.of(
            Roles.ENTERPRISE,
            Roles.FILING_AGENT,
            Roles.LOCAL_GOVERNMENT,
            Roles.INSPECTOR,
            Roles.BUREAU,
            Roles.AUTHORITY,
            Roles.INTEGRATOR,
            Roles.AUDITOR,
            Roles.OPERATOR);
    private static final List<String> READERS = ROLES.subList(0, 8);
    private static final List<String> PARTIES =
            List.of(Roles.LOCAL_GOVERNMENT, Roles.BUREAU, Roles.AUTHORITY, Roles.INTEGRATOR, Roles.AUDITOR);
    private static final List<String> DECIDERS = List.of(Roles.BUREAU, Roles.AUTHORITY);
    private static final String ID = "019ac000-0000-7000-8000-000000000000";
    private static final String ZONE = "/api/v1/zones/ninghai-stationery";

    /** One row for each operation of the service's own API: who may call it at all. */
    private static final List<Operation> OPERATIONS = List.of(
            new Operation("createZone", "POST", "/api/v1/zones", List.of(Roles.LOCAL_GOVERNMENT)),
            new Operation("listZones", "GET", "/api/v1/zones", READERS),
            new Operation("getZone", "GET", ZONE, READERS),
            new Operation("amendZone", "PUT", ZONE, List.of(Roles.LOCAL_GOVERNMENT)),
            new Operation("listZoneGrades", "GET", ZONE + "/grades", READERS),
            new Operation("importZoneGrades", "POST", "/api/v1/zones/imports", List.of(Roles.AUTHORITY)),
            new Operation("transitionZone", "POST", ZONE + "/transitions", DECIDERS),
            new Operation("getZoneReview", "GET", ZONE + "/review", PARTIES),
            new Operation("scoreZoneReview", "PUT", ZONE + "/review", DECIDERS),
            new Operation("enterMember", "POST", ZONE + "/members", List.of(Roles.LOCAL_GOVERNMENT, Roles.BUREAU)),
            new Operation("listMembers", "GET", ZONE + "/members", READERS),
            new Operation("getMember", "GET", ZONE + "/members/91330226256029085J", READERS),
            new Operation("transitionMember", "POST", ZONE + "/members/91330226256029085J/transitions", DECIDERS),
            new Operation("grantMeasure", "POST", ZONE + "/measures", List.of(Roles.AUTHORITY)),
            new Operation("listMeasures", "GET", ZONE + "/measures", READERS),
            new Operation("getMeasure", "GET", ZONE + "/measures/" + ID, READERS),
            new Operation(
                    "transitionMeasure", "POST", ZONE + "/measures/" + ID + "/transitions", List.of(Roles.AUTHORITY)),
            new Operation("draftApplication", "POST", ZONE + "/applications", List.of(Roles.LOCAL_GOVERNMENT)),
            new Operation("listApplications", "GET", ZONE + "/applications", PARTIES),
            new Operation("getApplication", "GET", ZONE + "/applications/" + ID, PARTIES),
            new Operation("amendApplication", "PUT", ZONE + "/applications/" + ID, List.of(Roles.LOCAL_GOVERNMENT)),
            new Operation(
                    "transitionApplication",
                    "POST",
                    ZONE + "/applications/" + ID + "/transitions",
                    List.of(Roles.LOCAL_GOVERNMENT, Roles.BUREAU, Roles.AUTHORITY)),
            new Operation("getAssessment", "GET", ZONE + "/applications/" + ID + "/assessment", PARTIES),
            new Operation("scoreAssessment", "PUT", ZONE + "/applications/" + ID + "/assessment", DECIDERS),
            new Operation("reportIndicator", "POST", ZONE + "/indicators", List.of(Roles.LOCAL_GOVERNMENT)),
            new Operation("listIndicators", "GET", ZONE + "/indicators", READERS),
            new Operation("getIndicator", "GET", ZONE + "/indicators/" + ID, READERS),
            new Operation("getYearReport", "GET", ZONE + "/reports/2016", READERS),
            new Operation("listAssessmentSheets", "GET", "/api/v1/assessment-sheets", READERS),
            new Operation("getAssessmentSheet", "GET", "/api/v1/assessment-sheets/2026.1", READERS));

    private static final List<String> PUBLIC = List.of("listRegister", "getRegisterEntry");

    /** Operations that the platform serves and proves itself. */
    private static final List<String> PLATFORM = List.of(
            "listWorkflows",
            "getWorkflow",
            "getJob",
            "cancelJob",
            "getJobResults",
            "listParkedLetters",
            "getParkedLetter",
            "redriveParkedLetter",
            "discardParkedLetter");

    record Operation(String id, String method, String path, List<String> roles) {
        @Override
        public String toString() {
            return id;
        }
    }

    @BeforeEach
    void openAZone() {
        if (Api.get(Callers.auditor(), ZONE).extract().statusCode() != 200) {
            Database.truncate();
            Api.post(Callers.ninghai(), "/api/v1/zones", ZoneResourceTest.NINGHAI)
                    .statusCode(201);
        }
    }

    static Stream<Arguments> table() {
        return OPERATIONS.stream().flatMap(operation -> ROLES.stream().map(role -> Arguments.of(operation, role)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource
    void table(Operation operation, String role) {
        String token =
                Tokens.of(role).areas("330226").uscc("91330226256029085J").build();

        int status = call(operation, Api.as(token));

        if (operation.roles().contains(role)) {
            assertThat(status).isNotIn(401, 403).isLessThan(500);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    static List<Operation> operations() {
        return OPERATIONS;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldAskForAToken(Operation operation) {
        assertThat(call(operation, Api.anonymous())).isEqualTo(401);
    }

    @Test
    void shouldNameEveryOperationOfTheDescription() throws IOException {
        List<String> known = new ArrayList<>(PUBLIC);
        known.addAll(PLATFORM);
        OPERATIONS.forEach(operation -> known.add(operation.id()));
        List<String> described = Pattern.compile("operationId: (\\S+)")
                .matcher(Files.readString(Path.of("openapi.yaml")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(known).containsAll(described);
    }

    @Test
    void shouldNotShowRowsOfAnotherAreaToThoseWhoAct() {
        String bureau = Callers.zhejiang();
        String government = Tokens.of(Roles.LOCAL_GOVERNMENT).areas("330282").build();
        String amendment = "{\"name\":{\"zh\":\"x\"},\"industry\":{\"zh\":\"x\"},\"hsPrefixes\":[\"96\"]}";
        String member = "{\"uscc\":\"91330226256029085J\",\"since\":\"2020-01-01\"}";

        Api.put(government, ZONE, 1, amendment).statusCode(404);
        Api.post(government, ZONE + "/applications", "{\"targetLevel\":\"PROVINCIAL\"}")
                .statusCode(404);
        Api.post(government, ZONE + "/members", member).statusCode(404);
        Api.post(bureau, ZONE + "/members", member).statusCode(404);
        Api.transition(bureau, ZONE, 1, "{\"action\":\"suspend\",\"reason\":\"x\"}")
                .statusCode(404);
        Api.get(bureau, ZONE + "/applications").statusCode(404);
        Api.get(government, ZONE + "/applications").statusCode(404);
        Api.get(bureau, ZONE).statusCode(200);
        Api.post(government, "/api/v1/zones", ZoneResourceTest.NINGHAI.replace("ninghai-stationery", "other-zone"))
                .statusCode(403)
                .body("type", endsWith("/not-your-row"));
    }

    @Test
    void shouldRefuseBadTokens() {
        Tokens good = Tokens.of(Roles.AUDITOR);
        Arrays.asList(
                        good.expired(),
                        Tokens.of(Roles.AUDITOR).forAudience("other"),
                        Tokens.of(Roles.AUDITOR).ofOtherRealm(),
                        Tokens.of(Roles.AUDITOR).signedByStranger(),
                        Tokens.of(Roles.AUDITOR).unsigned(),
                        Tokens.of(Roles.AUDITOR).macWithPublicKey())
                .forEach(token -> Api.get(token, ZONE).statusCode(401));
    }

    @Test
    void shouldShowTheRegisterWithoutAToken() {
        Api.anonymous().get("/public/v1/zones").then().statusCode(200);
        Api.anonymous().get("/public/v1/zones/ninghai-stationery").then().statusCode(200);
    }

    /** The status of a call with an empty object as its body: whoever may call gets past the door and no further. */
    private static int call(Operation operation, RequestSpecification request) {
        RequestSpecification prepared = request.header("Idempotency-Key", Api.newKey());
        if (operation.id().startsWith("import")) {
            prepared.contentType("text/csv").body("no,header\n".getBytes(StandardCharsets.UTF_8));
        } else if (!operation.method().equals("GET")) {
            prepared.contentType("application/json").body("{}");
        }
        return prepared.request(operation.method(), operation.path()).statusCode();
    }
}
