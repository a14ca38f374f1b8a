package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Landscape.class)
class RoutesTest extends GatewayTestBase {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/zones, zone",
        "/api/v1/zones/imports, zone",
        "/api/v1/zones/ninghai-stationery/members/91330226MA2GH1XK3A/transitions, zone",
        "/api/v1/assessment-sheets, zone",
        "/api/v1/zone/workflows/zone, zone",
        "/api/v1/zone/jobs/0, zone",
        "/api/v1/zone/parked-letters/0/redrives, zone",
        "/api/v1/enterprises/91330226MA2GH1XK3A/dossier, enterprise",
        "/api/v1/enterprise/jobs/0, enterprise",
        "/api/v1/declarations/0, inspection",
        "/api/v1/decisions/evaluations, inspection",
        "/api/v1/inspections/0/results, inspection",
        "/api/v1/corrective-actions, inspection",
        "/api/v1/sampling-states, inspection",
        "/api/v1/sampling-plans, inspection",
        "/api/v1/inspection-bodies, inspection",
        "/api/v1/reference-tables/exchange-rates/imports, inspection",
        "/api/v1/campaigns, inspection",
        "/api/v1/catalogue/9608100000, inspection",
        "/api/v1/rule-sets/2026.1/lint, inspection",
        "/api/v1/citations/x, inspection",
        "/api/v1/draws/2026-11-21, inspection",
        "/api/v1/exemption-applications, inspection",
        "/api/v1/certificates/1/transitions, inspection",
        "/api/v1/inspection/parked-letters, inspection",
        "/api/v1/notification/parked-letters/0/discards, notification",
        "/api/v1/alerts/0/matches, notification",
        "/api/v1/investigations, notification",
        "/api/v1/risk-warnings, notification",
        "/api/v1/technical-measures, notification",
        "/api/v1/complaints/0/transitions, notification",
        "/api/v1/subscriptions/0/keys, notification",
        "/api/v1/deliveries/0/redeliveries, notification",
        "/api/v1/events, notification",
        "/api/v1/notification/jobs/0, notification"
    })
    void shouldLeadProtectedPathsToTheirServiceWithAToken(String path, String service) {
        JsonObject seen = client.get(path + "?limit=2&q=%E5%AE%81", bearer()).json();
        assertThat(seen.getString("service")).isEqualTo(service);
        assertThat(seen.getString("uri")).isEqualTo(path + "?limit=2&q=%E5%AE%81");
        assertThat(client.get(path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/public/v1/zones/ninghai-stationery, zone",
        "/public/v1/certificates/1, inspection",
        "/public/v1/status-lists/1, inspection",
        "/public/v1/ledger/checkpoint, inspection",
        "/public/v1/complaints, notification",
        "/.well-known/jwks.json, inspection"
    })
    void shouldLeadOpenPathsToTheirServiceWithoutAToken(String path, String service) {
        assertThat(client.get(path).json().getString("service")).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/",
                "/api/v1/nothing",
                "/api/v1/zone",
                "/api/v1/zone/zones",
                "/api/v1/zonesx",
                "/api/v2/zones",
                "/public/v1/enterprises",
                "/public/v1/",
                "/.well-known/openid-configuration",
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/q/",
                "/metrics",
                "/favicon.ico"
            })
    void shouldAnswerAProblemWhereNothingIs(String path) {
        Client.Answer answer = client.get(path, bearer());
        assertProblem(answer, 404, "not-found");
        assertThat(answer.json().getString("instance")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void shouldPassEveryMethodOfTheApi(String method) {
        JsonObject seen = client.send(method, "/api/v1/zones", "{}", bearer()).json();
        assertThat(seen.getString("method")).isEqualTo(method);
        assertThat(seen.getLong("length")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get"})
    void shouldRefuseOtherMethods(String method) {
        Client.Answer answer = client.send(method, "/api/v1/zones", "");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        assertThat(answer.json().getInteger("status")).isEqualTo(405);
    }
}
