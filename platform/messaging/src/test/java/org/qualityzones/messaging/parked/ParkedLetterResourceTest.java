package org.qualityzones.messaging.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.messaging.Poisoner;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class ParkedLetterResourceTest {

    private static final String PATH = "/api/v1/inspection/parked-letters";
    private static final String BODY = "{\"reason\":\"rogue producer\"}";
    private static final String OPERATOR = Tokens.of(Roles.OPERATOR).build();

    @Inject
    Poisoner poisoner;

    private Poisoner.Case poisoned;

    @BeforeEach
    void park() {
        Database.truncate("consumer_position");
        poisoned = poisoner.poisonFirstOfThree();
    }

    @AfterEach
    void heal() {
        poisoner.heal();
    }

    @Test
    void shouldListLettersForOperatorsWithoutTheirPayload() {
        Api.get(OPERATOR, PATH)
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.state", hasItem("WAITING"))
                .body("items.key", hasItem(poisoned.key()))
                .body("items[0].payload", equalTo(null))
                .body(not(containsString("宁海")));
        Api.get(OPERATOR, PATH + "?state=PARKED").statusCode(200).body("items", hasSize(1));
        Api.get(OPERATOR, PATH + "?consumer=nobody").statusCode(200).body("items", hasSize(0));
        Api.get(OPERATOR, PATH + "?state=LOST").statusCode(400);
    }

    @Test
    void shouldTurnThePagesOfTheList() {
        String cursor = Api.get(OPERATOR, PATH + "?limit=2")
                .body("items", hasSize(2))
                .body("nextCursor", notNullValue())
                .extract()
                .path("nextCursor");

        Api.get(OPERATOR, PATH + "?limit=2&cursor=" + cursor)
                .body("items", hasSize(1))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void shouldRefuseEverybodyElse() {
        for (String role : List.of(Roles.AUTHORITY, Roles.AUDITOR, Roles.BUREAU, Roles.ENTERPRISE)) {
            Api.get(Tokens.of(role).build(), PATH).statusCode(403);
            Api.post(Tokens.of(role).build(), PATH + "/" + poisoned.letter() + "/discards", BODY)
                    .statusCode(403);
        }
        Api.anonymous().get(PATH).then().statusCode(401);
        Api.get(OPERATOR, "/api/v1/zone/parked-letters").statusCode(404);
        Api.post(OPERATOR, "/api/v1/zone/parked-letters/" + poisoned.letter() + "/discards", BODY)
                .statusCode(404);
    }

    @Test
    void shouldRedriveOnceUnderOneKeyAndAnswerTheSame() {
        String letter = poisoned.letter().toString();
        Api.post(OPERATOR, PATH + "/" + letter + "/redrives", "{}")
                .statusCode(422)
                .body("type", containsString("still-poisoned"))
                .body("reasonCode", equalTo("handler-failed"));
        poisoner.heal();

        Api.post(OPERATOR, PATH + "/" + letter + "/redrives?dryRun=true", "{}").statusCode(400);
        String key = Api.newKey();
        String first = Api.post(OPERATOR, key, PATH + "/" + letter + "/redrives", "{}")
                .statusCode(200)
                .body("redriven", equalTo(3))
                .body("letter.state", equalTo("REDRIVEN"))
                .extract()
                .asString();
        String again = Api.post(OPERATOR, key, PATH + "/" + letter + "/redrives", "{}")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        assertThat(poisoner.effects(poisoned.key())).containsExactly(1L, 2L, 3L);
        Api.post(OPERATOR, PATH + "/" + letter + "/redrives", "{}").statusCode(409);
        Api.get(OPERATOR, PATH + "/" + letter).statusCode(200).body("attempts", equalTo(3));
    }

    @Test
    void shouldDiscardOnceUnderOneKeyAndAnswerTheSame() {
        String letter = PATH + "/" + poisoned.letter();
        String etag = Api.get(OPERATOR, letter).extract().header("ETag");
        Api.post(OPERATOR, letter + "/discards?dryRun=true", BODY)
                .statusCode(400)
                .body("errors[0].parameter", equalTo("dryRun"));

        String key = Api.newKey();
        String first;
        try (LogSeen log = new LogSeen()) {
            first = Api.post(OPERATOR, key, letter + "/discards", BODY)
                    .statusCode(200)
                    .body("redriven", equalTo(2))
                    .body("parkedNext", equalTo(null))
                    .body("letter.state", equalTo("DISCARDED"))
                    .body("letter.discardReason", equalTo("rogue producer"))
                    .body("letter.closedAt", notNullValue())
                    .body("letter.attempts", equalTo(1))
                    .body("letter.payload", equalTo(null))
                    .body(not(containsString("宁海")))
                    .extract()
                    .asString();
            assertThat(log.text())
                    .contains("discarded: letter=", poisoned.letter().toString())
                    .doesNotContain("宁海");
        }
        String again = Api.post(OPERATOR, key, letter + "/discards", BODY)
                .statusCode(200)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        assertThat(poisoner.effects(poisoned.key())).containsExactly(2L, 3L);
        assertThat(Api.get(OPERATOR, letter)
                        .body("discardReason", equalTo("rogue producer"))
                        .extract()
                        .header("ETag"))
                .isNotEqualTo(etag);
        assertThat(Database.text("select actor || ' ' || roles from audit_entry where action = 'parked-letter.discard'"
                        + " and detail = 'rogue producer' and subject = '" + poisoned.letter() + "'"))
                .endsWith(" " + Roles.OPERATOR);
        Api.get(OPERATOR, PATH + "?state=DISCARDED").statusCode(200).body("items", hasSize(1));
    }

    @Test
    void shouldSayWhichLetterIsParkedNext() {
        poisoner.poison(poisoned.key(), 2);
        String next = poisoner.letter(poisoned.key(), 2).toString();

        Api.post(OPERATOR, PATH + "/" + poisoned.letter() + "/discards", BODY)
                .statusCode(200)
                .body("redriven", equalTo(0))
                .body("parkedNext", equalTo(next));
        Api.get(OPERATOR, PATH + "/" + next)
                .body("state", equalTo("PARKED"))
                .body("reasonCode", equalTo("handler-failed"));
    }

    @Test
    void shouldDiscardOnlyAnOpenLetterThatWaitsForNoOther() {
        String waiting = PATH + "/" + poisoner.letter(poisoned.key(), 3);
        for (String action : List.of("/discards", "/redrives")) {
            Api.post(OPERATOR, waiting + action, BODY)
                    .statusCode(409)
                    .body("type", containsString("illegal-transition"))
                    .body("allowedActions", hasSize(0))
                    .body("letter", equalTo(poisoned.letter().toString()))
                    .body("detail", containsString("settle that one first"));
        }
        Api.post(OPERATOR, PATH + "/" + poisoned.letter() + "/discards", BODY).statusCode(200);

        for (String settled : List.of(waiting, PATH + "/" + poisoned.letter())) {
            Api.post(OPERATOR, settled + "/discards", BODY)
                    .statusCode(409)
                    .body("allowedActions", hasSize(0))
                    .body("letter", equalTo(null));
        }
        Api.post(OPERATOR, PATH + "/" + poisoned.letter() + "/redrives", "{}")
                .statusCode(409)
                .body("detail", containsString("DISCARDED"));
    }

    @Test
    void shouldSayThatALetterOfNoConsumerCanOnlyBeDiscarded() {
        Database.execute("update parked_letter set consumer = 'gone'");

        Api.post(OPERATOR, PATH + "/" + poisoned.letter() + "/redrives", "{}")
                .statusCode(409)
                .body("allowedActions", hasItem("discard"));
        Api.post(OPERATOR, PATH + "/" + poisoned.letter() + "/discards", BODY)
                .statusCode(200)
                .body("redriven", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":null}",
                "{\"reason\":\"\"}",
                "{\"reason\":\" \"}",
                "{\"reason\":\"a\\u0007b\"}",
                "{\"reason\":\"%s\"}"
            })
    void shouldRefuseAReasonThatSaysNothingOrTooMuch(String body) {
        Api.post(OPERATOR, PATH + "/" + poisoned.letter() + "/discards", body.replace("%s", "r".repeat(501)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        Api.get(OPERATOR, PATH + "/" + poisoned.letter()).body("state", equalTo("PARKED"));
    }

    @Test
    void shouldTakeTheLongestReason() {
        Api.post(OPERATOR, PATH + "/" + poisoned.letter() + "/discards", "{\"reason\":\"" + "因".repeat(500) + "\"}")
                .statusCode(200);
    }

    @Test
    void shouldAnswer404ForALetterThatIsNotThere() {
        String nowhere = "019ab3c0-7d2e-7000-8000-000000000001";
        Api.get(OPERATOR, PATH + "/" + nowhere).statusCode(404);
        Api.post(OPERATOR, PATH + "/" + nowhere + "/redrives", "{}").statusCode(404);
        Api.post(OPERATOR, PATH + "/" + nowhere + "/discards", BODY).statusCode(404);
    }
}
