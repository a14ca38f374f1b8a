package org.qualityzones.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.Topics;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Neighbour;
import org.qualityzones.trial.TestClock;
import org.qualityzones.web.Roles;

/** What the next decision knows of a producer's exports, and of the alerts about it. */
@QuarkusTest
@WithServers("inspection")
class ProducerHistoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static int next = 500;

    @Inject
    TestClock clock;

    private String uscc;
    private String lastDeclaration;
    private String alert;

    @BeforeEach
    void newEnterprise() {
        Database.truncate("daily_seed");
        uscc = Codes.of("330226", next++);
        alert = UUID.randomUUID().toString();
        Known.enterprise(uscc).inVersion(1);
        Known.allIsCurrent();
    }

    @AfterEach
    void resetClock() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldAddUpWhatWasClearedInTwelveMonths() {
        assertThat(exported(file("12500.99"))).isZero();
        assertThat(exported(file("1000.02"))).isEqualTo(12_500);
        assertThat(exported(file("0.01"))).isEqualTo(13_501);
        Awaitility.await().until(() -> Database.number("select count(*) from export_value_entry"), is(0L));
        assertThat(exported(file("1.00"))).isEqualTo(13_501);

        clock.moveTo(Duration.ofDays(367));
        assertThat(exported(file("1.00"))).isZero();
    }

    @Test
    void shouldCountNothingThatIsNotCleared() {
        ObjectNode sampled = filing("5000.00").put("certificateRequested", true);
        Api.post(Callers.enterprise(uscc), "/api/v1/declarations", sampled)
                .statusCode(201)
                .body("outcome", is("SAMPLE"));

        assertThat(exported(file("1.00"))).isZero();
    }

    @Test
    void shouldForgetWhatIsWithdrawnAndCountAnewWhatIsAmended() {
        file("700.00");
        step("withdraw", null);
        assertThat(exported(file("300.00"))).isZero();

        step("amend", filing("900.00"));
        assertThat(exported(file("1.00"))).isEqualTo(900);
    }

    @Test
    void shouldNotCountAClearanceWhileItIsWithheld() {
        file("400.00");
        String withheld = lastDeclaration;
        Neighbour.tellsOf(Neighbour.suspended(uscc, null), 2);
        awaitClearance(withheld, "REFUSED");
        assertThat(exported(file("1.00"))).isZero();

        Neighbour.tellsOf(Neighbour.enterprise(uscc), 3);
        awaitClearance(withheld, "CLEARED");
        assertThat(exported(file("1.00"))).isGreaterThanOrEqualTo(400);
    }

    @Test
    void shouldCountConfirmedAlertsThatStand() {
        tellsOfAlert(alert("RETURN", "PROPOSED", "ACTIVE", Duration.ofDays(3)), 1);
        awaitVersions(1);
        assertThat(history(file("1.00"), "returns12m")).isZero();

        tellsOfAlert(alert("RETURN", "CONFIRMED", "ACTIVE", Duration.ofDays(3)), 2);
        awaitVersions(2);
        String decision = file("1.00");
        assertThat(history(decision, "returns12m")).isEqualTo(1);
        assertThat(history(decision, "notifications12m")).isZero();

        tellsOfAlert(alert("RETURN", "CONFIRMED", "WITHDRAWN", Duration.ofDays(3)), 3);
        awaitVersions(3);
        assertThat(history(file("1.00"), "returns12m")).isZero();
    }

    @Test
    void shouldTellForeignNotificationsFromReturnsAndFindingsAtHome() {
        for (String source : List.of("EU_SAFETY_GATE", "US_CPSC", "OTHER", "DOMESTIC_SPOT_CHECK", "RETURN")) {
            alert = UUID.randomUUID().toString();
            tellsOfAlert(alert(source, "CONFIRMED", "ACTIVE", Duration.ofDays(3)), 1);
            awaitVersions(1);
        }
        alert = UUID.randomUUID().toString();
        tellsOfAlert(alert("EU_SAFETY_GATE", "CONFIRMED", "ACTIVE", Duration.ofDays(400)), 1);
        awaitVersions(1);

        String decision = file("1.00");
        assertThat(history(decision, "notifications12m")).isEqualTo(3);
        assertThat(history(decision, "returns12m")).isEqualTo(1);
    }

    private Map<String, Object> alert(String source, String match, String status, Duration ago) {
        Map<String, Object> state = new HashMap<>();
        state.put("id", alert);
        state.put("source", source);
        state.put("publishedAt", clock.instant().minus(ago).toString());
        state.put("status", status);
        // Two products of one enterprise are one alert about it.
        state.put("matches", List.of(matchOf(match), matchOf(match)));
        return state;
    }

    private Map<String, Object> matchOf(String state) {
        return Map.of("id", UUID.randomUUID().toString(), "uscc", uscc, "score", "0.93", "state", state);
    }

    private void tellsOfAlert(Map<String, Object> state, long version) {
        Neighbour.tells(Topics.ALERT, "org.qualityzones.alert.match-decided.v1", alert, Map.of(), state, version);
    }

    private void awaitVersions(long number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Database.number("select count(*) from state_version where key = '" + alert + "'"),
                        is(number));
    }

    private static void awaitClearance(String declaration, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Api.get(Callers.of(Roles.AUDITOR), "/api/v1/declarations/" + declaration)
                                .extract()
                                .path("lines[0].clearance.state"),
                        is(state));
    }

    private ObjectNode filing(String usd) {
        ObjectNode filing = Filing.by(uscc);
        Filing.firstLine(filing).putObject("value").put("amount", usd).put("currency", "USD");
        return filing;
    }

    /** @return id of the decision */
    private String file(String usd) {
        ValidatableResponse filed = Api.post(Callers.enterprise(uscc), "/api/v1/declarations", filing(usd))
                .statusCode(201);
        lastDeclaration = filed.extract().path("id");
        return filed.extract().path("lines[0].decision.id");
    }

    private void step(String action, ObjectNode declaration) {
        String path = "/api/v1/declarations/" + lastDeclaration;
        int version = Api.get(Callers.enterprise(uscc), path).extract().path("version");
        ObjectNode body = JSON.createObjectNode().put("action", action).put("reason", "sample");
        if (declaration != null) {
            body.set("declaration", declaration);
        }
        Api.transition(Callers.enterprise(uscc), path, version, body).statusCode(200);
    }

    private static long exported(String decision) {
        return facts(decision).extract().<Number>path("producer.exportUsd12m").longValue();
    }

    private static long history(String decision, String fact) {
        return facts(decision).extract().<Number>path("history." + fact).longValue();
    }

    private static ValidatableResponse facts(String decision) {
        return Api.get(Callers.of(Roles.AUDITOR), "/api/v1/decisions/" + decision + "/facts")
                .statusCode(200);
    }
}
