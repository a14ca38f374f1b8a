package org.qualityzones.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Facts;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class ReachTest {

    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    private final String uscc = Usccs.in("330226");
    private final Map<String, String> tokens = tokens();
    private final Map<String, String> ids = new LinkedHashMap<>();

    @BeforeEach
    void subscribe() {
        Database.truncate("feed_head");
        tokens.forEach((owner, token) -> ids.put(
                owner,
                Api.post(token, SUBSCRIPTIONS, webhook())
                        .statusCode(201)
                        .extract()
                        .path("id")));
    }

    @Test
    void shouldReachTheRowsOfAnEvent() {
        assertThat(reachedBy(Facts.enterpriseRegistered(uscc, "330226")))
                .containsExactlyInAnyOrder("county", "city", "enterprise", "integrator");
    }

    @Test
    void shouldReachEveryAreaWithAnEventOfNone() {
        String event = Facts.publish("qz.rule-set", "2026.1", "org.qualityzones.rule-set.published.v1", 1, "{}", "{}");

        assertThat(reachedBy(event)).containsExactlyInAnyOrder("county", "city", "other city", "integrator");
    }

    @Test
    void shouldReachPausedOnesAndNoneThatIsDisabledOrDeleted() {
        transit("city", "pause");
        transit("enterprise", "disable");
        Api.as(tokens.get("county"))
                .header("If-Match", "\"1\"")
                .delete(SUBSCRIPTIONS + "/" + ids.get("county"))
                .then()
                .statusCode(204);

        assertThat(reachedBy(Facts.enterpriseRegistered(uscc, "330226")))
                .containsExactlyInAnyOrder("city", "integrator");

        transit("enterprise", "resume");
        assertThat(reachedBy(Facts.enterpriseRegistered(Usccs.in("330226"), "330226")))
                .containsExactlyInAnyOrder("city", "integrator");
        assertThat(Database.number("select count(*) from subscription_reach where key = 'u:" + uscc + "'"))
                .isOne();
    }

    @Test
    void shouldFollowTheRowsOfWhoeverReplacesIt() {
        String moved = Tokens.of(Roles.BUREAU)
                .areas("3301")
                .bureau("zhejiang")
                .subject("city")
                .build();
        Api.put(moved, SUBSCRIPTIONS + "/" + ids.get("city"), 1, webhook()).statusCode(200);

        assertThat(reachedBy(Facts.enterpriseRegistered(uscc, "330226")))
                .containsExactlyInAnyOrder("county", "enterprise", "integrator");
    }

    /** Owners of the subscriptions that get it; all are planned in one transaction. */
    private List<String> reachedBy(String event) {
        String planned = "from delivery where event_id = '" + event + "'";
        await().atMost(Duration.ofSeconds(30)).until(() -> Database.number("select count(*) " + planned) > 0);
        List<String> found = Arrays.asList(Database.text("select string_agg(subscription_id::text, ',') " + planned)
                .split(","));
        return ids.keySet().stream()
                .filter(owner -> found.contains(ids.get(owner)))
                .toList();
    }

    private void transit(String owner, String action) {
        String path = SUBSCRIPTIONS + "/" + ids.get(owner);
        int version = Api.get(tokens.get(owner), path).extract().path("version");
        Api.transition(tokens.get(owner), path, version, Map.of("action", action, "reason", "r"))
                .statusCode(200);
    }

    private Map<String, String> tokens() {
        Map<String, String> callers = new LinkedHashMap<>();
        callers.put(
                "county",
                Tokens.of(Roles.LOCAL_GOVERNMENT)
                        .areas("330226")
                        .subject("county")
                        .build());
        callers.put(
                "city",
                Tokens.of(Roles.BUREAU)
                        .areas("3302")
                        .bureau("ningbo")
                        .subject("city")
                        .build());
        callers.put(
                "other city",
                Tokens.of(Roles.BUREAU)
                        .areas("3301")
                        .bureau("zhejiang")
                        .subject("other")
                        .build());
        callers.put(
                "enterprise",
                Tokens.of(Roles.ENTERPRISE).uscc(uscc).subject("own").build());
        callers.put(
                "other enterprise",
                Tokens.of(Roles.ENTERPRISE)
                        .uscc(Usccs.in("330226"))
                        .subject("stranger")
                        .build());
        callers.put(
                "integrator", Tokens.of(Roles.INTEGRATOR).subject("integrator").build());
        return callers;
    }

    private static Map<String, Object> webhook() {
        return Map.of("channel", "WEBHOOK", "target", "http://127.0.0.1:65535/");
    }
}
