package org.qualityzones.alert;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.contracts.LocalizedText;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Facts;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class MatchTest {

    private static final String PATH = "/api/v1/alerts";

    private final String uscc = Usccs.in("330226");
    private final String authority = Tokens.of(Roles.AUTHORITY).build();
    private final String ningbo =
            Tokens.of(Roles.BUREAU).areas("3302").bureau("ningbo").build();
    private final String zhejiang = Tokens.of(Roles.BUREAU)
            .areas("3301")
            .bureau("zhejiang")
            .subject("zhejiang")
            .build();

    @Inject
    ProductWatch watch;

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldProposeTheProductWithTheSameBrandAndModelAndSayWhy() {
        registered("Melly", "LP-020");
        String path = matches(AlertTest.id(Api.post(ningbo, PATH, AlertTest.alert("1"))));

        String id = Api.get(ningbo, path)
                .body("items", hasSize(1))
                .body("items[0].uscc", equalTo(uscc))
                .body("items[0].productId", equalTo("p1"))
                .body("items[0].score", equalTo("0.86"))
                .body("items[0].why.field", contains("brand", "model", "hsCode"))
                .body("items[0].state", equalTo("PROPOSED"))
                .extract()
                .path("items[0].id");
        Api.get(zhejiang, path).body("items", hasSize(0));
        Api.get(zhejiang, path + "/" + id).statusCode(404);
        Api.transition(zhejiang, path + "/" + id, 1, Map.of("action", "confirm"))
                .statusCode(403);
        Api.transition(ningbo, path + "/" + id, 1, Map.of("action", "confirm", "reason", "label seen"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("CONFIRMED"));
        Api.transition(ningbo, path + "/" + id, 2, Map.of("action", "confirm")).statusCode(409);
        Api.get(ningbo, PATH + "?uscc=" + uscc).body("items[0].version", equalTo(2));
        await().atMost(60, SECONDS).untilAsserted(() -> Api.get(authority, "/api/v1/events?limit=200")
                .body("items.type", hasItem("org.qualityzones.alert.match-decided.v1")));
    }

    @Test
    void shouldFallBackToTheHeadingsOfTheCategoryWhereNoBrandIsGiven() {
        registered("Other", "Z9");
        Map<String, Object> nameless = AlertTest.with(
                AlertTest.alert("1"), "product", Map.of("category", "Toys", "name", "Plush bear", "brand", "Unknown"));

        Api.get(authority, matches(AlertTest.id(Api.post(authority, PATH, nameless))))
                .body("items.score", contains("0.20"))
                .body("items[0].why.field", contains("category"));
        Api.get(authority, matches(AlertTest.id(Api.post(authority, PATH, AlertTest.alert("2")))))
                .body("items", hasSize(0));
    }

    @Test
    void shouldMatchTheEnterpriseThatTheAlertNames() {
        String path =
                matches(AlertTest.id(Api.post(authority, PATH, AlertTest.with(AlertTest.alert("1"), "uscc", uscc))));

        Api.get(Tokens.of(Roles.ENTERPRISE).uscc(uscc).build(), path)
                .body("items.score", contains("1.00"))
                .body("items.uscc", equalTo(List.of(uscc)));
    }

    @Test
    void shouldNotConfirmAMatchOfAnAlertThatWasWithdrawn() {
        String alert = AlertTest.id(Api.post(authority, PATH, AlertTest.with(AlertTest.alert("1"), "uscc", uscc)));
        String match = matches(alert) + "/"
                + Api.get(authority, matches(alert)).extract().<String>path("items[0].id");
        Api.transition(authority, PATH + "/" + alert, 1, Map.of("action", "withdraw"))
                .statusCode(200);

        Api.transition(authority, match, 1, Map.of("action", "confirm"))
                .statusCode(409)
                .body("allowedActions", contains("reject"));
        Api.transition(authority, match, 1, Map.of("action", "reject")).statusCode(200);
    }

    @Test
    void shouldProposeAProductThatIsRegisteredAfterTheAlert() {
        String path = matches(AlertTest.id(Api.post(authority, PATH, AlertTest.alert("1"))));
        Api.get(authority, path).body("items", hasSize(0));

        registered("MELLY", "lp 020");

        Api.get(authority, path).body("items.score", contains("0.86"));
        Api.get(authority, path.replace("/matches", "")).body("version", equalTo(2));
    }

    @Test
    void shouldLookAgainForAnAlertWithoutBrandWhenAsked() {
        Map<String, Object> nameless = AlertTest.with(
                AlertTest.alert("1"), "product", Map.of("category", "babies-and-kids|toys", "name", "Rattle"));
        String path = matches(AlertTest.id(Api.post(authority, PATH, nameless)));
        registered("Other", "Z9");
        Api.get(authority, path).body("items", hasSize(0));

        Api.post(zhejiang, path, Map.of()).statusCode(200).body("items", hasSize(0));
        Api.post(ningbo, path, Map.of())
                .statusCode(200)
                .body("items.uscc", contains(uscc))
                .body("items.score", contains("0.20"));
        Api.get(authority, path.replace("/matches", "")).body("version", equalTo(2));
    }

    @Test
    void shouldProposeNothingMoreForAnAlertThatIsWithdrawn() {
        Map<String, Object> nameless =
                AlertTest.with(AlertTest.alert("1"), "product", Map.of("category", "Toys", "name", "Rattle"));
        String alert = PATH + "/" + AlertTest.id(Api.post(authority, PATH, nameless));
        Api.transition(authority, alert, 1, Map.of("action", "withdraw", "reason", "in error"))
                .statusCode(200);
        registered("Other", "Z9");

        Api.post(authority, alert + "/matches", Map.of()).statusCode(200).body("items", hasSize(0));
    }

    @Test
    void shouldMatchAnAlertAndAProductThatComeAtTheSameTime() {
        CompletableFuture<String> alert = QuarkusTransaction.requiringNew().call(() -> {
            watch.learn(enterprise("Melly", "LP-020"), Instant.now());
            CompletableFuture<String> recording =
                    CompletableFuture.supplyAsync(() -> AlertTest.id(Api.post(authority, PATH, AlertTest.alert("1"))));
            await("the alert is recorded, or waits for the product")
                    .atMost(60, SECONDS)
                    .until(() -> recording.isDone()
                            || Database.number("select count(*) from pg_locks where not granted") > 0);
            return recording;
        });

        Api.get(authority, matches(alert.join())).body("items.uscc", contains(uscc));
    }

    private void registered(String brand, String model) {
        Facts.publish(
                "qz.enterprise",
                uscc,
                "org.qualityzones.enterprise.registered.v1",
                1,
                "{\"origin\":\"API\"}",
                "{\"uscc\":\"" + uscc + "\",\"areaCode\":\"330226\",\"name\":{\"en\":\"Sample\"},\"version\":1,"
                        + "\"products\":[{\"id\":\"p1\",\"hsCode\":\"9503002100\",\"name\":{\"en\":\"Bear\"},"
                        + "\"brand\":\"" + brand + "\",\"model\":\"" + model + "\"}]}");
        await().atMost(60, SECONDS)
                .until(() -> Database.number("select count(*) from known_product where uscc = '" + uscc + "'") == 1);
    }

    private EnterpriseState enterprise(String brand, String model) {
        EnterpriseState.Product product =
                new EnterpriseState.Product("p1", "9503002100", new LocalizedText(null, "Bear"), brand, model, null);
        return new EnterpriseState(
                null,
                uscc,
                new LocalizedText(null, "Sample"),
                "330226",
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(product),
                List.of(),
                1);
    }

    private static String matches(String alertId) {
        return PATH + "/" + alertId + "/matches";
    }
}
