package org.qualityzones.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.TestClock;
import org.qualityzones.web.Roles;

/** Campaigns on pens, which are in no catalogue here. */
@QuarkusTest
@WithServers("inspection")
class CampaignTest {

    private static final String PATH = "/api/v1/campaigns";
    private static final String DECLARATIONS = "/api/v1/declarations";
    private static final String EVALUATIONS = "/api/v1/decisions/evaluations";

    private final String authority = Callers.of(Roles.AUTHORITY);
    private final String auditor = Callers.of(Roles.AUDITOR);

    @Inject
    TestClock clock;

    @BeforeEach
    void knowTheProducer() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        Known.allIsCurrent();
    }

    @AfterEach
    void backToNow() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldShowWhatWasOpened() {
        String id = opened(campaign("0.3", "33", "9608", "95"));

        Api.get(auditor, PATH + "/" + id)
                .statusCode(200)
                .body("hsPrefixes", is(List.of("95", "9608")))
                .body("areas", is(List.of("33")))
                .body("share", is("0.30"))
                .body("version", is(1));
        Api.get(auditor, PATH + "?limit=1").body("items", hasSize(1)).body("items[0].id", is(id));
        Api.get(auditor, PATH + "/0199a000-0000-7000-8000-000000000000").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "share,0,/share", "share,1.000001,/share", "share,0.0000001,/share", "share,x,/share",
                "until,2020-01-01,/until",
        "areas,3,/areas/0", "areas,99,/areas/0", "areas,3302260,/areas/0", "hsPrefixes,960,/hsPrefixes/0", "from,,/from"
    })
    void shouldRefuseWhatIsNoCampaign(String field, String value, String pointer) {
        Map<String, Object> command = campaign("0.30", "33", "9608");
        command.put(field, command.get(field) instanceof List<?> ? List.of(value) : value);

        Api.post(authority, PATH, command).statusCode(400).body("errors[0].pointer", is(pointer));
    }

    @Test
    void shouldSampleWhatACampaignDrawsByItsOwnMessage() throws Exception {
        String id = opened(campaign("0.999999", "3302", "9608"));
        String day =
                clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();

        ValidatableResponse filed = file(Filing.by(Codes.NINGHAI))
                .body("lines[0].decision.outcome", is("SAMPLE"))
                .body("lines[0].decision.draw.share", is("0.999999"))
                .body("lines[0].decision.draw.date", is(day))
                .body("lines[0].decision.draw.inheritedFrom", nullValue());

        assertThat(filed.extract().<String>path("lines[0].decision.draw.u64"))
                .isEqualTo(number(day, "qz1|spot|" + id + "|" + filed.extract().path("id") + "|1"));
        String decision = filed.extract().path("lines[0].decision.id");
        Api.get(auditor, "/api/v1/decisions/" + decision + "/facts")
                .body("campaign.id", is(id))
                .body("campaign.share", is(999_999));
    }

    @Test
    void shouldNeverForceALaterDrawOfTheLot() throws Exception {
        String id = opened(campaign("1", "", "9608"));
        ValidatableResponse first = file(Filing.by(Codes.NINGHAI))
                .body("lines[0].decision.drawn", is(true))
                .body("lines[0].decision.draw.threshold", nullValue());
        String day = first.extract().path("lines[0].decision.draw.date");

        ValidatableResponse again = file(Filing.by(Codes.NINGHAI))
                .body("lines[0].decision.draw.inheritedFrom", nullValue())
                .body("lines[0].decision.draw.date", is(day));

        assertThat(Database.number("select count(*) from lot_draw where drawn")).isZero();
        assertThat(again.extract().<String>path("lines[0].decision.draw.u64"))
                .isEqualTo(number(day, "qz1|spot|" + id + "|" + again.extract().path("id") + "|1"));
    }

    @ParameterizedTest
    @CsvSource({"0.50,0.25,0", "0.25,0.50,1", "0.50,0.5,0"})
    void shouldTakeTheGreatestShareThenTheOldestOfSeveral(String first, String second, int expected) {
        List<String> ids = List.of(opened(campaign(first, "33", "9608")), opened(campaign(second, "", "960810")));

        evaluate(Filing.by(Codes.NINGHAI), "0")
                .body("lines[0].outcome", is("SAMPLE"))
                .body("lines[0].draw.share", is("0.50"));
        String decision = file(Filing.by(Codes.NINGHAI)).extract().path("lines[0].decision.id");
        Api.get(auditor, "/api/v1/decisions/" + decision + "/facts").body("campaign.id", is(ids.get(expected)));
    }

    @Test
    void shouldLeaveOtherGoodsPlacesAndDaysAlone() {
        opened(campaign("1", "3311", "9608"));
        opened(campaign("1", "", "9503"));
        Map<String, Object> over = campaign("1", "", "9608");
        over.put("until", "2020-06-30");
        over.put("from", "2020-01-01");
        opened(over);

        file(Filing.by(Codes.NINGHAI)).body("lines[0].decision.outcome", is("RELEASE"));
        file(Filing.by(Codes.NINGHAI).put("placeOfProduction", "331125"))
                .body("lines[0].decision.outcome", is("SAMPLE"));
    }

    @Test
    void shouldEvaluateByTheGivenNumber() {
        opened(campaign("0.25", "33", "9608"));

        evaluate(Filing.by(Codes.NINGHAI), "0.24").body("lines[0].outcome", is("SAMPLE"));
        evaluate(Filing.by(Codes.NINGHAI), "0.25").body("lines[0].outcome", is("RELEASE"));
        Api.post(auditor, EVALUATIONS, Map.of("declaration", Filing.by(Codes.NINGHAI)))
                .body("lines[0].ifDrawn.outcome", is("SAMPLE"))
                .body("lines[0].ifNotDrawn.outcome", is("RELEASE"));
    }

    @Test
    void shouldKeepTheNumberWhenADeclarationIsAmendedOnAnotherDay() {
        opened(campaign("0.999999", "", "9608"));
        ValidatableResponse filed = file(Filing.by(Codes.NINGHAI));
        clock.moveTo(Duration.ofDays(1));
        Known.allIsCurrent();
        ObjectNode amended = Filing.by(Codes.NINGHAI);
        amended.withArray("lines").add(Filing.line(2));

        ValidatableResponse after = Api.transition(
                        Callers.enterprise(Codes.NINGHAI),
                        DECLARATIONS + "/" + filed.extract().path("id"),
                        filed.extract().<Integer>path("version"),
                        Map.of("action", "amend", "declaration", amended))
                .statusCode(200);

        after.body("lines[0].decision.draw.u64", is(filed.extract().<String>path("lines[0].decision.draw.u64")))
                .body("lines[0].decision.draw.date", is(filed.extract().<String>path("lines[0].decision.draw.date")))
                .body(
                        "lines[1].decision.draw.date",
                        is(LocalDate.parse(filed.extract().<String>path("lines[0].decision.draw.date"))
                                .plusDays(1)
                                .toString()));
    }

    /** The number that an outsider computes once the seed is public. */
    private String number(String day, String message) throws Exception {
        clock.moveTo(Duration.ofDays(1));
        String seed = Api.get(auditor, "/api/v1/draws/" + day).extract().path("seed");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(seed), "HmacSHA256"));
        return HexFormat.of()
                .formatHex(Arrays.copyOf(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)), Long.BYTES));
    }

    private static Map<String, Object> campaign(String share, String area, String... hsPrefixes) {
        Map<String, Object> command = new HashMap<>();
        command.put("hsPrefixes", List.of(hsPrefixes));
        command.put("areas", area.isEmpty() ? List.of() : List.of(area));
        command.put("share", share);
        command.put("from", "2026-01-01");
        command.put("until", "2099-12-31");
        return command;
    }

    private String opened(Map<String, Object> command) {
        ValidatableResponse opened =
                Api.post(authority, PATH, command).statusCode(201).body("id", notNullValue());
        String id = opened.extract().path("id");
        opened.header("Location", endsWith(PATH + "/" + id));
        return id;
    }

    private static ValidatableResponse file(ObjectNode filing) {
        return Api.post(Callers.enterprise(Codes.NINGHAI), DECLARATIONS, filing).statusCode(201);
    }

    private ValidatableResponse evaluate(ObjectNode filing, String draw) {
        return Api.post(auditor, EVALUATIONS, Map.of("declaration", filing, "draw", draw))
                .statusCode(200);
    }
}
