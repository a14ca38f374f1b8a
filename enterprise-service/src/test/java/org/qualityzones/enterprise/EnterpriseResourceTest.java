package org.qualityzones.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("enterprise")
class EnterpriseResourceTest {
    private static final String PATH = "/api/v1/enterprises";
    private static final String USCC = FictitiousUscc.of("330226", 1);

    private final String bureau =
            Tokens.of(Roles.BUREAU).areas("3302").bureau("ningbo").build();
    private final String authority = Tokens.of(Roles.AUTHORITY).build();

    @BeforeEach
    void empty() {
        Database.truncate();
    }

    @Test
    void shouldShowWhatWasRegistered() {
        Api.post(bureau, PATH, registration(USCC, "330226"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", PATH + "/" + USCC)
                .body("uscc", equalTo(USCC))
                .body("class", equalTo("UNCLASSIFIED"))
                .body("creditLevel", equalTo("UNRATED"))
                .body("status", equalTo("ACTIVE"))
                .body("suspension", nullValue())
                .body("titles", hasSize(0))
                .body("version", equalTo(1));
        Api.get(bureau, PATH + "/" + USCC)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name.zh", equalTo("宁海文具厂"))
                .body("contacts[0].name", equalTo("王小明"))
                .body("certifications[0].scheme", equalTo("ISO9001"))
                .body("certifications[0].validUntil", equalTo("2027-06-30"));
    }

    @ParameterizedTest
    @CsvSource({
        "91350200M000000510, uscc-check-digit",
        "123456789012345678, uscc-organization-check-digit",
        "12345678, uscc",
        "9133022600000000IO, uscc"
    })
    void shouldTellTheTwoChecksOfTheCodeApart(String uscc, String code) {
        Api.post(bureau, PATH, registration(uscc, "330226"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/uscc"))
                .body("errors.code", contains(code));
    }

    @Test
    void shouldNameEveryFieldThatIsWrong() {
        Api.post(bureau, PATH, Map.of("uscc", USCC, "name", Map.of(), "areaCode", "33022", "address", "x".repeat(501)))
                .statusCode(400)
                .body("errors.pointer", hasItem("/address"));
        Api.post(bureau, PATH, Map.of("uscc", USCC, "name", Map.of(), "areaCode", "33022"))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/address", "/areaCode", "/name"));
        Api.post(bureau, PATH, "{\"uscc\":\"" + USCC + "\",\"colour\":\"red\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/colour"));
    }

    @Test
    void shouldRefuseASecondEnterpriseUnderTheSameCode() {
        register(USCC, "330226");
        Api.post(bureau, PATH, registration(USCC, "330226"))
                .statusCode(409)
                .body("type", org.hamcrest.Matchers.endsWith("/duplicate"));
    }

    @Test
    void shouldRegisterOnceHoweverOftenTheSameRequestComes() {
        String key = Api.newKey();
        String first = Api.post(bureau, key, PATH, registration(USCC, "330226"))
                .statusCode(201)
                .extract()
                .asString();
        String second = Api.post(bureau, key, PATH, registration(USCC, "330226"))
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .extract()
                .asString();
        assertThat(second).isEqualTo(first);
        assertThat(Database.number("select count(*) from enterprise")).isEqualTo(1);
    }

    @Test
    void shouldAmendOnlyTheVersionThatWasRead() {
        register(USCC, "330226");
        Map<String, Object> amended =
                Map.of("name", Map.of("zh", "宁海文具有限公司"), "areaCode", "330226", "address", "宁海县跃龙街道 2 号");
        Api.as(bureau)
                .contentType(ContentType.JSON)
                .body(amended)
                .put(PATH + "/" + USCC)
                .then()
                .statusCode(428);
        Api.put(bureau, PATH + "/" + USCC, 1, amended)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name.zh", equalTo("宁海文具有限公司"))
                .body("contacts", hasSize(0));
        Api.put(bureau, PATH + "/" + USCC, 1, amended).statusCode(412);
        Api.put(bureau, PATH + "/" + USCC, 2, amended).statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void shouldMoveTheStandingAlongTheWorkflowOnly() {
        register(USCC, "330226");
        String path = PATH + "/" + USCC;
        Api.transition(bureau, path, 1, Map.of("action", "reinstate"))
                .statusCode(409)
                .body("allowedActions", containsInAnyOrder("suspend", "order-rectification", "deregister"));
        Api.transition(bureau, path, 1, Map.of("action", "suspend"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        Api.transition(bureau, path, 1, Map.of("action", "suspend", "reason", "two returned lots"))
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("suspension.scope", equalTo("STATUTORY"))
                .body("suspension.from", notNullValue())
                .body("suspension.until", nullValue())
                .body("version", equalTo(2));
        Api.transition(bureau, path, 2, Map.of("action", "suspend", "scope", "ALL", "reason", "again"))
                .statusCode(409);
        Api.transition(bureau, path, 2, Map.of("action", "order-rectification", "reason", "control points missing"))
                .statusCode(200)
                .body("status", equalTo("RECTIFYING"))
                .body("suspension.reason", equalTo("two returned lots"));
        Api.transition(bureau, path, 3, Map.of("action", "reinstate", "reason", "verified on site"))
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("suspension", nullValue());
        Api.transition(bureau, path, 4, Map.of("action", "deregister", "reason", "closed"))
                .statusCode(200)
                .body("status", equalTo("DEREGISTERED"));
        Api.transition(bureau, path, 5, Map.of("action", "reinstate", "reason", "open again"))
                .statusCode(409)
                .body("allowedActions", hasSize(0));
        Api.put(bureau, path, 5, registration(USCC, "330226")).statusCode(409);
    }

    @Test
    void shouldServeTheWorkflowAsData() {
        Api.get(bureau, "/api/v1/enterprise/workflows/enterprise")
                .statusCode(200)
                .body("states", contains("ACTIVE", "RECTIFYING", "SUSPENDED", "DEREGISTERED"))
                .body("actions.name", hasItem("order-rectification"));
    }

    @Test
    void shouldAnswerWhatWasInForceAndWhatWasKnown() {
        Instant before = Instant.now();
        register(USCC, "330226");
        String path = PATH + "/" + USCC;
        String registered = Api.get(authority, path).extract().path("recordedAt");
        Instant known = Instant.now();
        Api.transition(bureau, path, 1, Map.of("action", "suspend", "scope", "ALL", "reason", "returned"))
                .statusCode(200);
        Api.get(authority, path + "?asOf=" + registered)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("suspension", nullValue())
                .body("contacts", nullValue());
        Api.get(authority, path + "?knownAt=" + known).statusCode(200).body("version", equalTo(1));
        Api.get(authority, path + "?asOf=" + Instant.now()).statusCode(200).body("suspension.scope", equalTo("ALL"));
        Api.get(authority, path + "?asOf=" + before).statusCode(404);
        Api.get(authority, path + "?asOf=yesterday").statusCode(400).body("errors[0].parameter", equalTo("asOf"));
    }

    @Test
    void shouldHideContactsFromOtherSystemsAndAgents() {
        register(USCC, "330226");
        String agent = FictitiousUscc.of("330203", 9);
        Api.as(bureau)
                .contentType(ContentType.JSON)
                .body(Map.of("from", "2026-01-01"))
                .put(PATH + "/" + USCC + "/agents/" + agent)
                .then()
                .statusCode(201);
        String path = PATH + "/" + USCC;
        Api.get(Tokens.of(Roles.INTEGRATOR).build(), path).statusCode(200).body("contacts", nullValue());
        Api.get(Tokens.of(Roles.FILING_AGENT).uscc(agent).build(), path)
                .statusCode(200)
                .body("contacts", nullValue());
        Api.get(Tokens.of(Roles.ENTERPRISE).uscc(USCC).build(), path)
                .statusCode(200)
                .body("contacts", hasSize(1));
        Api.get(Tokens.of(Roles.INTEGRATOR).build(), PATH).statusCode(200).body("items[0].contacts", nullValue());
    }

    @Test
    void shouldListNewestFirstPageByPageAndStayStable() {
        for (int i = 1; i <= 5; i++) {
            register(FictitiousUscc.of("330226", i), "330226");
        }
        String next = Api.get(bureau, PATH + "?limit=2")
                .statusCode(200)
                .body("items.uscc", contains(FictitiousUscc.of("330226", 5), FictitiousUscc.of("330226", 4)))
                .header("Link", org.hamcrest.Matchers.containsString("rel=\"next\""))
                .extract()
                .path("nextCursor");
        register(FictitiousUscc.of("330226", 6), "330226");
        Api.get(bureau, PATH + "?limit=3&cursor=" + next)
                .body(
                        "items.uscc",
                        contains(
                                FictitiousUscc.of("330226", 3),
                                FictitiousUscc.of("330226", 2),
                                FictitiousUscc.of("330226", 1)))
                .body("nextCursor", nullValue());
        Api.get(bureau, PATH + "?limit=201").statusCode(400);
    }

    @Test
    void shouldNarrowTheListByEveryFilter() {
        register(FictitiousUscc.of("330226", 1), "330226");
        register(FictitiousUscc.of("330282", 2), "330282");
        Api.post(
                        Tokens.of(Roles.BUREAU).areas("3311").build(),
                        PATH,
                        Map.of(
                                "uscc",
                                FictitiousUscc.of("331125", 3),
                                "name",
                                Map.of("zh", "云和木制玩具厂", "en", "Yunhe Wooden Toys"),
                                "areaCode",
                                "331125",
                                "address",
                                "云和县"))
                .statusCode(201);
        assertListed("?area=33", 3);
        assertListed("?area=3302", 2);
        assertListed("?area=330226", 1);
        assertListed("?class=UNCLASSIFIED", 3);
        assertListed("?class=CLASS_1", 0);
        assertListed("?status=ACTIVE&area=3311", 1);
        assertListed("?status=DEREGISTERED", 0);
        assertListed("?q=玩具", 1);
        assertListed("?q=wooden toys", 1);
        assertListed("?q=宁海", 2);
        assertListed("?q=" + FictitiousUscc.of("331125", 3).substring(4, 14), 1);
        assertListed("?zone=ninghai-stationery", 0);
        for (String wrong : List.of("?area=3", "?area=330", "?class=BEST", "?status=X", "?zone=X", "?q=x", "?q=, ")) {
            Api.get(authority, PATH + wrong).statusCode(400).body("errors[0].parameter", notNullValue());
        }
    }

    private void assertListed(String query, int rows) {
        Api.get(authority, PATH + query).statusCode(200).body("items", hasSize(rows));
    }

    private void register(String uscc, String area) {
        Api.post(bureau, PATH, registration(uscc, area)).statusCode(201);
    }

    private static Map<String, Object> registration(String uscc, String area) {
        return Map.of(
                "uscc",
                uscc,
                "name",
                Map.of("zh", "宁海文具厂"),
                "areaCode",
                area,
                "address",
                "宁海县跃龙街道 1 号",
                "contacts",
                List.of(Map.of("name", "王小明", "phone", "+86 574 0000 0000", "email", "wang@example.com")),
                "certifications",
                List.of(Map.of("scheme", "ISO9001", "number", "Q-1", "validUntil", "2027-06-30")));
    }
}
