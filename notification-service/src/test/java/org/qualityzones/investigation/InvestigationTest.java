package org.qualityzones.investigation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class InvestigationTest {

    private static final String PATH = "/api/v1/investigations";
    private static final String ALERTS = "/api/v1/alerts";

    private final String uscc = Usccs.in("330226");
    private final String authority = Tokens.of(Roles.AUTHORITY).build();
    private final String ningbo =
            Tokens.of(Roles.BUREAU).areas("3302").bureau("ningbo").build();
    private final String zhejiang = Tokens.of(Roles.BUREAU)
            .areas("3301")
            .bureau("zhejiang")
            .subject("zhejiang")
            .build();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldGoFromTheAlertToTheConclusionAndTellEachStep() {
        String alert = alert("1", uscc);
        String id = id(Api.post(ningbo, PATH, Map.of("alertId", alert, "reason", "small parts"))
                .header("ETag", "\"1\"")
                .header("Location", startsWith(PATH + "/"))
                .body("uscc", equalTo(uscc))
                .body("areaCode", equalTo("330226"))
                .body("status", equalTo("OPEN"))
                .body("dueOn", equalTo(businessDaysFromToday(20)))
                .body("overdue", equalTo(false)));

        move(ningbo, id, 1, Map.of("action", "assign", "investigators", List.of("wang", "li")))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("ASSIGNED"))
                .body("investigators", contains("wang", "li"));
        move(ningbo, id, 2, conclusion("CAPABILITY", "QUALITY_SAFETY_HEALTH_HYGIENE_ENVIRONMENT"))
                .statusCode(200)
                .body("status", equalTo("CONCLUDED"))
                .body("attribution", equalTo("CAPABILITY"))
                .body("causeCode", equalTo("QUALITY_SAFETY_HEALTH_HYGIENE_ENVIRONMENT"));
        move(ningbo, id, 3, Map.of("action", "assign", "investigators", List.of("wang", "li")))
                .statusCode(409)
                .body("allowedActions", contains("close"));
        move(ningbo, id, 3, Map.of("action", "close")).statusCode(200).body("status", equalTo("CLOSED"));
        move(ningbo, id, 4, Map.of("action", "close")).statusCode(409);

        await().atMost(60, SECONDS).untilAsserted(() -> Api.get(ningbo, "/api/v1/events?limit=200")
                .body(
                        "items.findAll { it.data.subject == '" + id + "' }.type",
                        contains(
                                "org.qualityzones.investigation.opened.v1",
                                "org.qualityzones.investigation.status-changed.v1",
                                "org.qualityzones.investigation.concluded.v1",
                                "org.qualityzones.investigation.status-changed.v1")));
        assertThat(Database.number("select count(*) from outbox where topic = 'qz.investigation'"
                        + " and convert_from(data, 'UTF8') like '%wang%'"))
                .as("no person in any event")
                .isZero();
    }

    @Test
    void shouldOpenFromAMatchOnceAPersonConfirmedIt() {
        String alert = alert("1", uscc);
        String matches = ALERTS + "/" + alert + "/matches";
        String match = Api.get(ningbo, matches).extract().path("items[0].id");
        Map<String, Object> request = Map.of("alertId", alert, "matchId", match, "reason", "small parts");

        Api.post(ningbo, PATH, request).statusCode(422).body("errors[0].code", equalTo("match-not-confirmed"));
        Api.transition(ningbo, matches + "/" + match, 1, Map.of("action", "confirm"))
                .statusCode(200);
        Api.post(ningbo, PATH, with(request, "uscc", Usccs.in("330226")))
                .statusCode(400)
                .body("errors[0].code", equalTo("contradiction"));
        id(Api.post(ningbo, PATH, request).body("matchId", equalTo(match)));
        Api.post(ningbo, PATH, request).statusCode(409).body("type", endsWith("/duplicate"));
    }

    @Test
    void shouldRefuseWhatCannotBeInvestigated() {
        String nameless = alert("1", null);
        Api.post(ningbo, PATH, Map.of("alertId", nameless, "reason", "r"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/uscc"));
        Api.post(ningbo, PATH, Map.of("alertId", UUID.randomUUID(), "reason", "r"))
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-alert"));
        Api.post(ningbo, PATH, Map.of("alertId", nameless, "matchId", UUID.randomUUID(), "reason", "r"))
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-match"));
        Api.post(zhejiang, PATH, Map.of("alertId", nameless, "uscc", uscc, "reason", "r"))
                .statusCode(403)
                .body("type", endsWith("/not-your-row"));
        Api.transition(authority, ALERTS + "/" + nameless, 1, Map.of("action", "withdraw"))
                .statusCode(200);
        Api.post(ningbo, PATH, Map.of("alertId", nameless, "uscc", uscc, "reason", "r"))
                .statusCode(422)
                .body("errors[0].code", equalTo("alert-not-active"));
    }

    @Test
    void shouldNameEachFieldThatIsWrong() {
        String alert = alert("1", uscc);
        refused(Map.of("reason", "r"), "/alertId");
        refused(Map.of("alertId", alert), "/reason");
        refused(Map.of("alertId", alert, "reason", "x".repeat(501)), "/reason");
        refused(Map.of("alertId", alert, "reason", "r", "uscc", "91330226668486852Z"), "/uscc");
        String id = id(Api.post(ningbo, PATH, Map.of("alertId", alert, "reason", "x".repeat(500))));

        assignRefused(id, List.of("wang"));
        assignRefused(id, List.of("wang", "wang"));
        assignRefused(id, List.of("wang", "x".repeat(65)));
        assignRefused(id, List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
        move(ningbo, id, 1, Map.of("action", "assign", "investigators", List.of("wang", "x".repeat(64))))
                .statusCode(200);
        concludeRefused(id, Map.of("action", "conclude"), "/attribution");
        concludeRefused(id, Map.of("action", "conclude", "attribution", "CAPABILITY"), "/causeCode");
        concludeRefused(id, conclusion("NEGLIGENCE", "QUALITY_OTHER"), "/attribution");
        concludeRefused(id, conclusion("CAPABILITY", "WEATHER"), "/causeCode");
        concludeRefused(id, Map.of("action", "transfer", "areaCode", "330110"), "/reason");
        concludeRefused(id, Map.of("action", "transfer", "reason", "r"), "/areaCode");
        concludeRefused(id, Map.of("action", "transfer", "reason", "r", "areaCode", "330226"), "/areaCode");
        concludeRefused(id, Map.of("action", "transfer", "reason", "r", "areaCode", "990000"), "/areaCode");
        concludeRefused(id, Map.of("action", "close"), "/reason");
        move(ningbo, id, 2, conclusion("MALICIOUS", "NON_QUALITY_FORCE_MAJEURE"))
                .statusCode(422)
                .body("errors[0].code", equalTo("cause-not-quality"));
        move(ningbo, id, 1, conclusion("MALICIOUS", "QUALITY_OTHER")).statusCode(412);
        move(ningbo, id, 2, conclusion("FOREIGN_REGULATION_SURVEILLANCE_OR_DESIGN", "NON_QUALITY_FORCE_MAJEURE"))
                .statusCode(200);
    }

    @Test
    void shouldPassToTheOfficeOfAnotherAreaWhoThenActs() {
        String id = id(Api.post(ningbo, PATH, Map.of("alertId", alert("1", uscc), "reason", "r")));
        Api.get(zhejiang, PATH + "/" + id).statusCode(404);
        move(zhejiang, id, 1, Map.of("action", "close", "reason", "r")).statusCode(404);

        move(ningbo, id, 1, Map.of("action", "transfer", "areaCode", "330110", "reason", "made in Hangzhou"))
                .statusCode(200)
                .body("areaCode", equalTo("330110"))
                .body("status", equalTo("OPEN"));
        Api.get(ningbo, PATH + "/" + id).statusCode(200);
        move(ningbo, id, 2, Map.of("action", "close", "reason", "r")).statusCode(403);
        move(zhejiang, id, 2, Map.of("action", "close", "reason", "not ours either"))
                .statusCode(200)
                .body("attribution", nullValue());
        id(Api.post(ningbo, PATH, Map.of("alertId", alert("2", uscc), "reason", "another")));
    }

    @Test
    void shouldListWithinTheRowsOfTheCaller() {
        String own = id(Api.post(ningbo, PATH, Map.of("alertId", alert("1", uscc), "reason", "r")));
        String other = Usccs.in("330110");
        String theirs = id(Api.post(zhejiang, PATH, Map.of("alertId", alert("2", other), "reason", "r")));
        move(ningbo, own, 1, Map.of("action", "assign", "investigators", List.of("wang", "li")));

        Api.get(authority, PATH).body("items.id", contains(theirs, own));
        Api.get(authority, PATH + "?limit=1").body("items.id", contains(theirs));
        Api.get(authority, PATH + "?status=ASSIGNED").body("items.id", contains(own));
        Api.get(authority, PATH + "?uscc=" + other).body("items.id", contains(theirs));
        Api.get(authority, PATH + "?due=" + LocalDate.now(ZoneId.of("Asia/Shanghai")))
                .body("items", hasSize(0));
        Api.get(authority, PATH + "?due=" + businessDaysFromToday(20)).body("items", hasSize(2));
        Api.get(authority, PATH + "?attribution=MALICIOUS").body("items", hasSize(0));
        Api.get(ningbo, PATH).body("items.id", contains(own));
        Api.get(Tokens.of(Roles.LOCAL_GOVERNMENT).areas("330226").build(), PATH)
                .body("items.id", contains(own))
                .body("items[0].investigators", hasSize(0));
        Api.get(Tokens.of(Roles.ENTERPRISE).uscc(other).build(), PATH).body("items.id", contains(theirs));
        Api.get(Tokens.of(Roles.ENTERPRISE).uscc(other).build(), PATH + "/" + own)
                .statusCode(404);
        Api.get(Tokens.of(Roles.AUDITOR).build(), PATH).body("items.id", containsInAnyOrder(own, theirs));
        Api.get(authority, PATH + "?status=DONE").statusCode(400);
        Api.get(authority, "/api/v1/notification/workflows/investigation")
                .body("actions.name", hasItems("assign", "transfer", "conclude", "close"));
    }

    private void refused(Map<String, Object> body, String pointer) {
        Api.post(ningbo, PATH, body).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    private void assignRefused(String id, List<String> investigators) {
        move(ningbo, id, 1, Map.of("action", "assign", "investigators", investigators))
                .statusCode(400)
                .body("errors[0].pointer", startsWith("/investigators"));
    }

    private void concludeRefused(String id, Map<String, Object> command, String pointer) {
        move(ningbo, id, 2, command).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    private static ValidatableResponse move(String token, String id, long version, Map<String, Object> command) {
        return Api.transition(token, PATH + "/" + id, version, command);
    }

    private static Map<String, Object> conclusion(String attribution, String cause) {
        return Map.of("action", "conclude", "attribution", attribution, "causeCode", cause, "conclusion", "seams open");
    }

    private String alert(String reference, String named) {
        Map<String, Object> alert = new HashMap<>(Map.of(
                "source",
                "EU_SAFETY_GATE",
                "reference",
                reference,
                "publishedAt",
                "2024-05-03T00:00:00Z",
                "originCountry",
                "CN",
                "product",
                Map.of("category", "Toys", "name", "Plush bear"),
                "risk",
                Map.of("types", List.of("CHOKING"), "level", "SERIOUS", "text", "Small parts come off")));
        if (named != null) {
            alert.put("uscc", named);
        }
        return id(Api.post(authority, ALERTS, alert));
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static String id(ValidatableResponse answer) {
        return answer.statusCode(201).extract().path("id");
    }

    /** Weeks of five days, as long as no holiday is configured. */
    private static String businessDaysFromToday(int days) {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() > 5 ? 0 : 1;
        }
        return day.toString();
    }
}
