package org.qualityzones.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

/** Every operation of this service against every role: who may not is refused, who may gets past the role check. */
@QuarkusTest
@WithServers("notification")
class AccessTest {

    private static final List<String> ALL = List.of(
            Roles.ENTERPRISE,
            Roles.FILING_AGENT,
            Roles.LOCAL_GOVERNMENT,
            Roles.INSPECTOR,
            Roles.BUREAU,
            Roles.AUTHORITY,
            Roles.INTEGRATOR,
            Roles.AUDITOR,
            Roles.OPERATOR);
    private static final Set<String> SUBSCRIBERS =
            Set.of(Roles.ENTERPRISE, Roles.INTEGRATOR, Roles.BUREAU, Roles.AUTHORITY, Roles.LOCAL_GOVERNMENT);
    private static final Set<String> SUBSCRIPTION_READERS = with(SUBSCRIBERS, Roles.AUDITOR);
    private static final Set<String> EVENT_READERS = with(SUBSCRIBERS, Roles.AUDITOR, Roles.INSPECTOR);
    private static final Set<String> WARNERS = Set.of(Roles.BUREAU, Roles.AUTHORITY);
    private static final Set<String> INVESTIGATORS = Set.of(Roles.BUREAU);
    private static final Set<String> INVESTIGATION_READERS = Set.of(
            Roles.ENTERPRISE,
            Roles.LOCAL_GOVERNMENT,
            Roles.INSPECTOR,
            Roles.BUREAU,
            Roles.AUTHORITY,
            Roles.INTEGRATOR,
            Roles.AUDITOR);
    private static final Set<String> ALL_BUT_OPERATOR = Set.of(
            Roles.ENTERPRISE,
            Roles.FILING_AGENT,
            Roles.LOCAL_GOVERNMENT,
            Roles.INSPECTOR,
            Roles.BUREAU,
            Roles.AUTHORITY,
            Roles.INTEGRATOR,
            Roles.AUDITOR);
    private static final String NOBODYS = UUID.randomUUID().toString();

    private record Operation(Method method, String path, Set<String> roles) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation(Method.POST, "/api/v1/subscriptions", SUBSCRIBERS),
            new Operation(Method.GET, "/api/v1/subscriptions", SUBSCRIPTION_READERS),
            new Operation(Method.GET, "/api/v1/subscriptions/" + NOBODYS, SUBSCRIPTION_READERS),
            new Operation(Method.PUT, "/api/v1/subscriptions/" + NOBODYS, SUBSCRIBERS),
            new Operation(Method.DELETE, "/api/v1/subscriptions/" + NOBODYS, SUBSCRIBERS),
            new Operation(Method.POST, "/api/v1/subscriptions/" + NOBODYS + "/transitions", SUBSCRIBERS),
            new Operation(Method.POST, "/api/v1/subscriptions/preview", SUBSCRIBERS),
            new Operation(Method.GET, "/api/v1/subscriptions/" + NOBODYS + "/keys", SUBSCRIPTION_READERS),
            new Operation(Method.POST, "/api/v1/subscriptions/" + NOBODYS + "/secret-rotations", SUBSCRIBERS),
            new Operation(Method.POST, "/api/v1/subscriptions/" + NOBODYS + "/recoveries", SUBSCRIBERS),
            new Operation(
                    Method.GET, "/api/v1/subscriptions/" + NOBODYS + "/manifests/2026-01-01", SUBSCRIPTION_READERS),
            new Operation(Method.GET, "/api/v1/deliveries", SUBSCRIPTION_READERS),
            new Operation(Method.GET, "/api/v1/deliveries/" + NOBODYS, SUBSCRIPTION_READERS),
            new Operation(Method.POST, "/api/v1/deliveries/" + NOBODYS + "/redeliveries", SUBSCRIBERS),
            new Operation(Method.GET, "/api/v1/events", EVENT_READERS),
            new Operation(Method.POST, "/api/v1/alerts", WARNERS),
            new Operation(Method.GET, "/api/v1/alerts", ALL_BUT_OPERATOR),
            new Operation(Method.GET, "/api/v1/alerts/" + NOBODYS, ALL_BUT_OPERATOR),
            new Operation(Method.POST, "/api/v1/alerts/" + NOBODYS + "/transitions", WARNERS),
            new Operation(Method.POST, "/api/v1/alerts/imports?format=NDJSON", WARNERS),
            new Operation(Method.GET, "/api/v1/alerts/" + NOBODYS + "/matches", ALL_BUT_OPERATOR),
            new Operation(Method.POST, "/api/v1/alerts/" + NOBODYS + "/matches", WARNERS),
            new Operation(Method.GET, "/api/v1/alerts/" + NOBODYS + "/matches/" + NOBODYS, ALL_BUT_OPERATOR),
            new Operation(Method.POST, "/api/v1/alerts/" + NOBODYS + "/matches/" + NOBODYS + "/transitions", WARNERS),
            new Operation(Method.POST, "/api/v1/risk-warnings", WARNERS),
            new Operation(Method.GET, "/api/v1/risk-warnings", ALL_BUT_OPERATOR),
            new Operation(Method.GET, "/api/v1/risk-warnings/" + NOBODYS, ALL_BUT_OPERATOR),
            new Operation(Method.POST, "/api/v1/risk-warnings/" + NOBODYS + "/transitions", WARNERS),
            new Operation(Method.POST, "/api/v1/investigations", INVESTIGATORS),
            new Operation(Method.GET, "/api/v1/investigations", INVESTIGATION_READERS),
            new Operation(Method.GET, "/api/v1/investigations/" + NOBODYS, INVESTIGATION_READERS),
            new Operation(Method.POST, "/api/v1/investigations/" + NOBODYS + "/transitions", INVESTIGATORS),
            new Operation(Method.POST, "/api/v1/technical-measures", WARNERS),
            new Operation(Method.GET, "/api/v1/technical-measures", ALL_BUT_OPERATOR),
            new Operation(Method.GET, "/api/v1/technical-measures/" + NOBODYS, ALL_BUT_OPERATOR),
            new Operation(Method.PUT, "/api/v1/technical-measures/" + NOBODYS, WARNERS),
            new Operation(Method.GET, "/api/v1/complaints", WARNERS),
            new Operation(Method.GET, "/api/v1/complaints/" + NOBODYS, WARNERS),
            new Operation(Method.POST, "/api/v1/complaints/" + NOBODYS + "/transitions", WARNERS));

    @Test
    void shouldLetEachRoleDoWhatItMayAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : OPERATIONS) {
            for (String role : ALL) {
                int status = call(operation, Api.as(token(role)));
                if ((status == 403) == operation.roles().contains(role) || status == 401 || status >= 500) {
                    wrong.add(role + " " + operation.method() + " " + operation.path() + " -> " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldAnswer401WithoutAGoodToken() {
        for (Operation operation : OPERATIONS) {
            assertThat(call(operation, Api.anonymous())).as(operation.path()).isEqualTo(401);
        }
        Stream.of(
                        tokens().expired(),
                        tokens().forAudience("elsewhere"),
                        tokens().ofOtherRealm(),
                        tokens().signedByStranger(),
                        tokens().unsigned(),
                        tokens().macWithPublicKey())
                .forEach(bad -> assertThat(
                                Api.get(bad, "/api/v1/events").extract().statusCode())
                        .isEqualTo(401));
    }

    @Test
    void shouldAnswer401ToAStreamWithoutAToken() {
        assertThat(Api.anonymous().get("/api/v1/events/stream").statusCode()).isEqualTo(401);
        assertThat(Api.get(token(Roles.FILING_AGENT), "/api/v1/events/stream")
                        .extract()
                        .statusCode())
                .isEqualTo(403);
    }

    private static int call(Operation operation, RequestSpecification request) {
        if (operation.path().contains("/imports")) {
            request.header("Idempotency-Key", Api.newKey())
                    .contentType("application/x-ndjson")
                    .body("{}".getBytes(StandardCharsets.UTF_8));
        } else if (operation.method() != Method.GET) {
            request.header("Idempotency-Key", Api.newKey())
                    .header("If-Match", "\"1\"")
                    .contentType(ContentType.JSON)
                    .body(operation.path().endsWith("/redeliveries") ? "" : body(operation));
        }
        return request.request(operation.method(), operation.path()).statusCode();
    }

    /** Passes validation far enough to meet the row checks, not far enough to make anything. */
    private static Map<String, Object> body(Operation operation) {
        if (operation.path().endsWith("/transitions")) {
            return Map.of("action", "nothing");
        }
        if (operation.path().endsWith("/recoveries")) {
            return Map.of("after", 0);
        }
        if (operation.method() == Method.PUT && operation.path().contains("technical-measures")) {
            return Map.of(
                    "symbol", "G/TBT/N/EU/1", "kind", "TBT", "member", "EU", "title", "t", "notifiedOn", "2026-01-01");
        }
        return operation.method() == Method.PUT ? Map.of("channel", "SSE") : Map.of();
    }

    private static Tokens tokens() {
        return Tokens.of(Roles.INTEGRATOR);
    }

    private static String token(String role) {
        return Tokens.of(role)
                .uscc(Usccs.in("330226"))
                .areas("3302")
                .bureau("ningbo")
                .build();
    }

    private static Set<String> with(Set<String> roles, String... more) {
        return Stream.concat(roles.stream(), Stream.of(more)).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
