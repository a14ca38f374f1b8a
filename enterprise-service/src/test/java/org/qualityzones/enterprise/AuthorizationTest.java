package org.qualityzones.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.qualityzones.enterprise.Scene.AGENT;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.OpenApiSnapshot;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

/** Every role at every operation, another area's rows, and tokens that are none. */
@QuarkusTest
@WithServers("enterprise")
class AuthorizationTest {
    private static final String E = "/api/v1/enterprises";
    private static final String U = E + "/{uscc}";
    private static final String ID = "01a20000-0000-7000-8000-000000000001";

    private static final Set<String> READERS = Set.of(
            Roles.ENTERPRISE,
            Roles.FILING_AGENT,
            Roles.LOCAL_GOVERNMENT,
            Roles.INSPECTOR,
            Roles.BUREAU,
            Roles.AUTHORITY,
            Roles.INTEGRATOR,
            Roles.AUDITOR);
    private static final Set<String> BUREAU = Set.of(Roles.BUREAU);
    private static final Set<String> OWN_OR_BUREAU = Set.of(Roles.ENTERPRISE, Roles.BUREAU);

    /** Operation, roles that may ever do it, whether the row of another area is checked by path. */
    private static final List<Operation> TABLE = List.of(
            new Operation("POST", E, OWN_OR_BUREAU),
            new Operation("GET", E, READERS),
            new Operation("POST", E + "/imports", BUREAU),
            new Operation("GET", U, READERS),
            new Operation("PUT", U, OWN_OR_BUREAU),
            new Operation("POST", U + "/transitions", BUREAU),
            new Operation("GET", U + "/agents", READERS),
            new Operation("GET", U + "/agents/{agentUscc}", READERS),
            new Operation("PUT", U + "/agents/{agentUscc}", OWN_OR_BUREAU),
            new Operation("DELETE", U + "/agents/{agentUscc}", OWN_OR_BUREAU),
            new Operation("POST", U + "/products", OWN_OR_BUREAU),
            new Operation("GET", U + "/products", READERS),
            new Operation("GET", U + "/products/{id}", READERS),
            new Operation("PUT", U + "/products/{id}", OWN_OR_BUREAU),
            new Operation("DELETE", U + "/products/{id}", OWN_OR_BUREAU),
            new Operation("POST", U + "/class-assessments", BUREAU),
            new Operation("GET", U + "/class-assessments", READERS),
            new Operation("GET", U + "/class-assessments/{id}", READERS),
            new Operation("POST", U + "/class-assessments/{id}/transitions", BUREAU),
            new Operation("POST", U + "/credit-records", BUREAU),
            new Operation("GET", U + "/credit-records", READERS),
            new Operation("GET", U + "/credit-records/{id}", READERS),
            new Operation("POST", U + "/credit-records/{id}/transitions", OWN_OR_BUREAU),
            new Operation("GET", U + "/dossier", READERS));

    @BeforeEach
    void register() {
        Database.truncate();
        Scene.registerNinghai();
    }

    static Stream<Operation> table() {
        return TABLE.stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void shouldLetOnlyTheRolesOfTheTableIn(Operation operation) {
        for (String role : Roles.ALL) {
            int status = operation.call(inItsRows(role)).statusCode();
            if (operation.roles().contains(role)) {
                assertThat(status).as("%s as %s", operation, role).isNotIn(401, 403);
            } else {
                assertThat(status).as("%s as %s", operation, role).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void shouldNotShowTheRowsOfOthers(Operation operation) {
        if (!operation.path().startsWith(U)) {
            return;
        }
        for (String role : operation.roles()) {
            boolean seesAll =
                    Set.of(Roles.AUTHORITY, Roles.INTEGRATOR, Roles.AUDITOR).contains(role);
            if (!seesAll) {
                assertThat(operation.call(inOtherRows(role)).statusCode())
                        .as("%s as %s", operation, role)
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void shouldAnswer401ToTokensThatAreNone(Operation operation) {
        Tokens good = Tokens.of(Roles.BUREAU).areas("3302");
        assertThat(operation.call(null).statusCode()).isEqualTo(401);
        for (String bad : List.of(
                good.unsigned(),
                Tokens.of(Roles.BUREAU).expired(),
                Tokens.of(Roles.BUREAU).forAudience("other"),
                Tokens.of(Roles.BUREAU).macWithPublicKey(),
                Tokens.of(Roles.BUREAU).signedByStranger(),
                Tokens.of(Roles.BUREAU).ofOtherRealm())) {
            assertThat(operation.call(bad).statusCode())
                    .as("%s with %s", operation, bad)
                    .isEqualTo(401);
        }
    }

    @Test
    void shouldNameEveryOperationThatIsServed() {
        Set<String> named = new TreeSet<>();
        TABLE.forEach(operation -> named.add(operation.path()));
        Set<String> served = new TreeSet<>();
        OpenApiSnapshot.served()
                .lines()
                .filter(line -> line.startsWith("  /api/v1/enterprises"))
                .forEach(line -> served.add(line.strip().replace(":", "")));
        assertThat(served).isEqualTo(named);
    }

    @Test
    void shouldRefuseABodyThatNamesARowOfOthers() {
        Map<String, Object> yunhe = Scene.registration(Scene.YUNHE, "331125");
        assertNotYourRow(Api.post(Scene.bureau(), E, yunhe).extract().response());
        assertNotYourRow(Api.post(Scene.enterprise(NINGHAI), E, yunhe).extract().response());
        Api.post(Scene.enterprise(Scene.YUNHE), E, yunhe).statusCode(201);
    }

    @Test
    void shouldNotLetABureauMoveAnEnterpriseOutOfItsAreas() {
        assertNotYourRow(Api.put(Scene.bureau(), Scene.path(NINGHAI), 1, Scene.registration(NINGHAI, "331125"))
                .extract()
                .response());
        Api.put(Scene.enterprise(NINGHAI), Scene.path(NINGHAI), 1, Scene.registration(NINGHAI, "331125"))
                .statusCode(200)
                .body("areaCode", equalTo("331125"));
        Api.get(Scene.bureau(), Scene.path(NINGHAI)).statusCode(404);
    }

    @Test
    void shouldListToEachCallerItsRowsOnly() {
        Api.post(Scene.otherBureau(), E, Scene.registration(Scene.YUNHE, "331125"))
                .statusCode(201);
        for (String role : READERS) {
            int rows = Set.of(Roles.AUTHORITY, Roles.INTEGRATOR, Roles.AUDITOR).contains(role) ? 2 : 1;
            Api.get(inItsRows(role), E)
                    .statusCode(200)
                    .body("items", hasSize(role.equals(Roles.FILING_AGENT) ? 0 : rows));
        }
        Api.get(Tokens.of(Roles.BUREAU).build(), E).statusCode(200).body("items", hasSize(0));
    }

    private static void assertNotYourRow(Response response) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.<String>path("type")).endsWith("/not-your-row");
    }

    private static String inItsRows(String role) {
        return Tokens.of(role)
                .areas("3302")
                .uscc(role.equals(Roles.ENTERPRISE) ? NINGHAI : AGENT)
                .build();
    }

    private static String inOtherRows(String role) {
        return Tokens.of(role).areas("3311").uscc(Scene.YUNHE).build();
    }

    record Operation(String method, String path, Set<String> roles) {

        Response call(String token) {
            RequestSpecification request = token == null ? Api.anonymous() : Api.as(token);
            request.header("Idempotency-Key", Api.newKey()).header("If-Match", "\"99\"");
            String concrete = path.replace("{uscc}", NINGHAI)
                    .replace("{agentUscc}", AGENT)
                    .replace("{id}", ID);
            return method.equals("GET") || method.equals("DELETE")
                    ? request.request(method, concrete)
                    : request.contentType(path.endsWith("/imports") ? "text/csv" : ContentType.JSON.toString())
                            .body(body())
                            .request(method, concrete);
        }

        /** A body that is valid, so that the answer tells about the caller and not about the body. */
        private Object body() {
            return switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "enterprises" -> Scene.registration(NINGHAI, "330226");
                case "{uscc}" -> Scene.registration(NINGHAI, "330226");
                case "imports" -> "uscc,nameZh,nameEn,areaCode,address\n";
                case "transitions" -> Map.of("action", "withdraw", "reason", "r");
                case "{agentUscc}" -> Map.of("from", "2026-11-21");
                case "class-assessments" -> Map.of("proposedClass", "CLASS_2", "reason", "r");
                case "credit-records" -> Map.of("category", "BASIC", "level", "A", "reason", "r");
                default -> Map.of("hsCode", "9608100000", "name", Map.of("en", "pens"));
            };
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
