package org.qualityzones.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.TestClock;
import org.qualityzones.web.Roles;

/** The draw as an outsider checks it, with code of its own. */
@QuarkusTest
@WithServers("inspection")
class DrawTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Inject
    TestClock clock;

    @BeforeEach
    void makePensStatutory() {
        Database.truncate("daily_seed");
        Database.execute("insert into catalogue_entry values ('9608100000', '2010-01-01', null, 'pens', 'AB', 'MN',"
                + " 'GENERAL', 'test', now())");
        Database.execute("insert into catalogue_version values (1, now(), 'test', 1)");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        Known.allIsCurrent();
    }

    @AfterEach
    void backToNow() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldCommitToTheSeedOfTheDayAndKeepItSecret() {
        LocalDate today = today();

        draw(today)
                .statusCode(200)
                .body("date", is(today.toString()))
                .body("commitment", startsWith("sha-256:"))
                .body("seed", nullValue())
                .body("revealedAt", nullValue());
    }

    @Test
    void shouldRevealTheSeedTheNextDaySoThatAnyoneCanComputeTheDraw() throws Exception {
        LocalDate today = today();
        ValidatableResponse filed = file(Filing.by(Codes.NINGHAI)).statusCode(201);
        String commitment = draw(today).extract().path("commitment");
        clock.moveTo(Duration.ofDays(1));
        String seed = draw(today).statusCode(200).extract().path("seed");
        byte[] bytes = HexFormat.of().parseHex(seed);

        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat("sha-256:" + hash).isEqualTo(commitment);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
        byte[] hmac = mac.doFinal(("qz1|lot|" + filed.extract().path("id") + "|1").getBytes(StandardCharsets.UTF_8));
        String u64 = filed.extract().path("lines[0].decision.draw.u64");
        String threshold = filed.extract().path("lines[0].decision.draw.threshold");
        assertThat(u64).isEqualTo(HexFormat.of().formatHex(Arrays.copyOf(hmac, 8)));
        assertThat(filed.extract().<Boolean>path("lines[0].decision.drawn"))
                .isEqualTo(Long.compareUnsigned(Long.parseUnsignedLong(u64, 16), Long.parseUnsignedLong(threshold, 16))
                        < 0);
        assertThat(filed.extract().<String>path("lines[0].decision.draw.date")).isEqualTo(today.toString());
    }

    @Test
    void shouldInheritTheDrawOfALotThatWasFiledBefore() {
        ValidatableResponse first = file(lot("L-2026 / 118")).statusCode(201);
        clock.moveTo(Duration.ofDays(89));
        ValidatableResponse again = file(lot("l2026118")).statusCode(201);

        again.body("lines[0].decision.draw.u64", is(first.extract().<String>path("lines[0].decision.draw.u64")))
                .body(
                        "lines[0].decision.draw.inheritedFrom.declarationId",
                        is(first.extract().<String>path("id")))
                .body("lines[0].decision.draw.inheritedFrom.lineNo", is(1));
        file(lot("another lot")).body("lines[0].decision.draw.inheritedFrom", nullValue());
    }

    @Test
    void shouldDrawAnewOnceTheWindowIsOver() {
        file(lot("L-1")).statusCode(201);
        clock.moveTo(Duration.ofDays(92));

        file(lot("L-1")).statusCode(201).body("lines[0].decision.draw.inheritedFrom", nullValue());
    }

    @Test
    void shouldDrawALotAgainThatWasDrawnBefore() {
        file(lot("L-1").put("certificateRequested", true)).statusCode(201).body("lines[0].decision.drawn", is(true));

        file(lot("L-1")).statusCode(201).body("lines[0].decision.outcome", is("SAMPLE"));
    }

    @Test
    void shouldAnswerBothWaysWhenAnEvaluationGivesNoDraw() {
        Map<String, Object> question = Map.of("declaration", Filing.by(Codes.NINGHAI));
        String auditor = Callers.of(Roles.AUDITOR);

        Api.post(auditor, "/api/v1/decisions/evaluations", question)
                .statusCode(200)
                .body("hypothetical", is(true))
                .body("lines[0].ifDrawn.outcome", is("SAMPLE"))
                .body("lines[0].ifNotDrawn.outcome", is("VERIFY"));
        Api.post(
                        auditor,
                        "/api/v1/decisions/evaluations",
                        Map.of("declaration", Filing.by(Codes.NINGHAI), "draw", "0.30"))
                .body("lines[0].outcome", is("VERIFY"));
        Api.post(
                        auditor,
                        "/api/v1/decisions/evaluations",
                        Map.of("declaration", Filing.by(Codes.NINGHAI), "draw", "0.29"))
                .body("lines[0].outcome", is("SAMPLE"));
        Api.post(auditor, "/api/v1/decisions/evaluations", Map.of("declaration", Filing.by(Codes.NINGHAI), "draw", "1"))
                .statusCode(400)
                .body("errors[0].pointer", is("/draw"));
        assertThat(Database.number("select count(*) from declaration")).isZero();
    }

    @Test
    void shouldSayWhichGivenFactIsWrong() {
        Map<String, Object> question = Map.of(
                "declaration", Filing.by(Codes.NINGHAI), "facts", Map.of("producer", Map.of("class", "CLASS_9")));

        Api.post(Callers.of(Roles.AUDITOR), "/api/v1/decisions/evaluations", question)
                .statusCode(400)
                .body("errors[0].pointer", is("/facts/producer/class"));
    }

    private static ObjectNode lot(String lotNo) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("lotNo", lotNo);
        return filing;
    }

    private static ValidatableResponse file(ObjectNode filing) {
        return Api.post(Callers.enterprise(Codes.NINGHAI), "/api/v1/declarations", filing);
    }

    private static ValidatableResponse draw(LocalDate day) {
        return Api.get(Callers.of(Roles.INTEGRATOR), "/api/v1/draws/" + day);
    }

    private LocalDate today() {
        return clock.instant().atZone(SHANGHAI).toLocalDate();
    }
}
