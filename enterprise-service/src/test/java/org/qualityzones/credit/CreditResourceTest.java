package org.qualityzones.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.enterprise.Scene;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("enterprise")
class CreditResourceTest {
    private static final String PATH = Scene.path(NINGHAI) + "/credit-records";

    private final String bureau = Scene.bureau();
    private final String own = Scene.enterprise(NINGHAI);

    @Inject
    CreditLapses lapses;

    @BeforeEach
    void register() {
        Database.truncate();
        Scene.registerNinghai();
    }

    /** Case K11: the fine is paid, repair is granted; B from that day, the record kept. */
    @Test
    void shouldRepairAPenaltyOnlyOnTheBureausDecision() {
        String path =
                Api.post(bureau, PATH, penalty()).statusCode(201).extract().header("Location");
        assertLevel("C");
        Api.transition(own, path, 1, Map.of("action", "repair", "reason", "paid"))
                .statusCode(403);
        Api.transition(own, path, 1, Map.of("action", "request-repair", "reason", "fine paid, measures taken"))
                .statusCode(200)
                .body("state", equalTo("REPAIR_REQUESTED"));
        assertLevel("C");
        Api.transition(bureau, path, 2, Map.of("action", "repair", "reason", "checked"))
                .statusCode(200)
                .body("state", equalTo("REPAIRED"))
                .body("counts", equalTo(true));
        assertLevel("B");
        Api.get(own, PATH).body("items.state", contains("REPAIRED"));
    }

    @Test
    void shouldRateAndHoldTheRatingDown() {
        Api.post(bureau, PATH, Map.of("category", "SUPERVISION", "level", "AA", "reason", "yearly rating"))
                .statusCode(201)
                .body("kind", equalTo("RATING"));
        assertLevel("AA");
        Api.post(bureau, PATH, Map.of("category", "PRODUCT_QUALITY", "severity", "MINOR", "reason", "labels"))
                .statusCode(201)
                .body("kind", equalTo("INCIDENT"));
        assertLevel("A");
    }

    @Test
    void shouldLetARecordLapseAfterItsLastDay() {
        Api.post(
                        bureau,
                        PATH,
                        Map.of(
                                "kind", "PENALTY",
                                "category", "LAW_ABIDING",
                                "severity", "GRAVE",
                                "occurredOn", "2020-01-02",
                                "until", "2022-01-01",
                                "reason", "fine"))
                .statusCode(201);
        assertLevel("D");
        lapses.lapse();
        assertLevel("UNRATED");
        Api.get(bureau, PATH).body("items.counts", contains(false));
        long events = Database.number("select count(*) from outbox");
        lapses.lapse();
        assertThat(Database.number("select count(*) from outbox")).isEqualTo(events);
    }

    @Test
    void shouldAskForWhatAnEntryNeeds() {
        assertRefused(Map.of("category", "BASIC", "reason", "x"), "/severity");
        assertRefused(Map.of("kind", "RATING", "category", "BASIC", "reason", "x"), "/level");
        assertRefused(Map.of("category", "BASIC", "level", "UNRATED", "reason", "x"), "/level");
        assertRefused(Map.of("level", "A", "reason", "x"), "/category");
        assertRefused(Map.of("category", "BASIC", "level", "A"), "/reason");
        assertRefused(
                Map.of("category", "BASIC", "level", "A", "reason", "x", "occurredOn", "2999-01-01"), "/occurredOn");
        assertRefused(
                Map.of(
                        "category",
                        "BASIC",
                        "level",
                        "A",
                        "reason",
                        "x",
                        "occurredOn",
                        "2020-01-02",
                        "until",
                        "2020-01-01"),
                "/until");
    }

    private void assertRefused(Map<String, String> body, String pointer) {
        Api.post(bureau, PATH, body).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    private void assertLevel(String level) {
        Api.get(bureau, Scene.path(NINGHAI)).body("creditLevel", equalTo(level));
    }

    private static Map<String, String> penalty() {
        return Map.of(
                "kind", "PENALTY",
                "category", "LAW_ABIDING",
                "severity", "SERIOUS",
                "reason", "fine for a false declaration",
                "instrument", "甬检罚〔2026〕3号");
    }
}
