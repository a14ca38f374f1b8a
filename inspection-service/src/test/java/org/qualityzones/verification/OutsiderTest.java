package org.qualityzones.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.qualityzones.trial.Outsider.status;
import static org.qualityzones.trial.Outsider.token;
import static org.qualityzones.trial.Outsider.verified;
import static org.qualityzones.trial.Outsider.verifies;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Exemptions;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.TestClock;

/** Whoever holds a certificate's QR code checks it with the JDK alone: signature, term, status list. */
@QuarkusTest
@WithServers("inspection")
class OutsiderTest {

    @Inject
    TestClock clock;

    @BeforeEach
    void knowTheProducer() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
    }

    @AfterEach
    void backToNow() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldVerifyACertificateWithItsKeyAndItsList() throws Exception {
        String number = Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9608", "9609"));
        String token = token(number);

        JsonNode claims = verified(token);

        assertThat(token.getBytes(StandardCharsets.US_ASCII)).hasSizeLessThanOrEqualTo(1024);
        assertThat(claims.path("sub").asText()).isEqualTo(number);
        assertThat(claims.path("uscc").asText()).isEqualTo(Codes.NINGHAI);
        assertThat(claims.path("hs").valueStream().map(JsonNode::asText)).containsExactly("9608", "9609");
        assertThat(claims.path("std").asText()).isEqualTo("GB/T 26714-2011");
        LocalDate from = clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        assertThat(claims.path("nbf").asLong())
                .isEqualTo(from.atStartOfDay(ZoneId.of("Asia/Shanghai")).toEpochSecond());
        assertThat(claims.path("exp").asLong())
                .isEqualTo(from.plusYears(3)
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toEpochSecond());
        assertThat(status(claims)).isZero();
        Exemptions.move(number, "suspend").statusCode(200);
        assertThat(status(claims)).isEqualTo(2);
        Exemptions.move(number, "reinstate").statusCode(200);
        assertThat(status(claims)).isZero();
        Exemptions.move(number, "revoke").statusCode(200);
        assertThat(status(claims)).isEqualTo(1);
        assertThat(token(number)).isEqualTo(token);
    }

    @Test
    void shouldTellNeighboursOfAListApart() throws Exception {
        String first = Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9608"));
        String second = Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9609"));
        String third = Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9610"));
        Exemptions.move(second, "suspend").statusCode(200);
        Exemptions.move(third, "revoke").statusCode(200);

        assertThat(status(verified(token(first)))).isZero();
        assertThat(status(verified(token(second)))).isEqualTo(2);
        assertThat(status(verified(token(third)))).isEqualTo(1);
    }

    @Test
    void shouldFitAQrCodeAtItsLargest() throws Exception {
        String[] most = IntStream.range(0, 24)
                .mapToObj(i -> "96081000%02d".formatted(i))
                .toArray(String[]::new);
        Map<String, Object> command = Exemptions.application(Codes.NINGHAI, most);
        command.put("standard", "x".repeat(64));

        String token = token(Exemptions.granted(command));

        int longestBase = 40;
        int base = verified(token).path("iss").asText().length();
        assertThat(token.length() + (longestBase - base) * 2 * 4 / 3 + 3).isLessThanOrEqualTo(1024);
        assertThat(verified(token).path("hs")).hasSize(24);
    }

    @Test
    void shouldRefuseAByteChanged() throws Exception {
        String token = token(Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9608")));
        int middle = token.indexOf('.') + 20;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';

        assertThat(verifies(token)).isTrue();
        assertThat(verifies(token.substring(0, middle) + other + token.substring(middle + 1)))
                .isFalse();
    }

    @Test
    void shouldNeverKeepAPrivateKeyInTheClear() {
        assertThat(Database.number("select count(*) from signing_key where length(sealed_private) < 48 + 1 + 12 + 16"))
                .isZero();
        Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9608"));
        assertThat(Database.number("select count(*) from signing_key where position("
                        + "'\\x302e020100300506032b6570'::bytea in sealed_private) > 0"))
                .isZero();
        assertThat(Api.anonymous()
                        .get("/.well-known/jwks.json")
                        .then()
                        .extract()
                        .<Object>path("keys[0].d"))
                .isNull();
    }

    @Test
    void shouldAnswerTodayAndAsOfAPastInstant() {
        Instant before = clock.instant();
        clock.moveTo(Duration.ofMinutes(1));
        String number = Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9608"));
        Instant valid = clock.instant();
        clock.moveTo(Duration.ofMinutes(2));
        Exemptions.move(number, "suspend").statusCode(200);
        Instant suspended = clock.instant();
        clock.moveTo(Duration.ofMinutes(3));
        Exemptions.move(number, "revoke").statusCode(200);

        answer(number, "").body("answer", is("REVOKED")).body("uscc", is(Codes.NINGHAI));
        answer(number, "?asOf=" + suspended).body("answer", is("SUSPENDED"));
        answer(number, "?asOf=" + valid).body("answer", is("VALID")).body("asOf", is(valid.toString()));
        answer(number, "?asOf=" + before).body("answer", is("NOT_OURS")).body("uscc", nullValue());
        answer("NOBODYS-1", "").body("answer", is("NOT_OURS"));
        Api.anonymous()
                .get("/public/v1/certificates/" + number + "?asOf=today")
                .then()
                .statusCode(400);
        Api.anonymous().get("/public/v1/certificates/" + "x".repeat(65)).then().statusCode(400);
        Api.anonymous().get("/public/v1/status-lists/2").then().statusCode(404);
        Api.anonymous().get("/public/v1/status-lists/x").then().statusCode(404);
    }

    @Test
    void shouldAnswerThatATermIsOverOrHasNotBegun() {
        String number = Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9608"));
        String last = Exemptions.certificate(number).extract().path("validUntil");

        answer(number, "?asOf=" + last + "T15:59:59Z").body("answer", is("VALID"));
        answer(number, "?asOf=" + last + "T16:00:00Z").body("answer", is("EXPIRED"));
        LocalDate day = LocalDate.parse(last).minusMonths(1);
        clock.moveTo(Duration.between(clock.instant(), day.atStartOfDay(ZoneId.of("UTC"))));
        Map<String, Object> renewal = Exemptions.application(Codes.NINGHAI, "9608");
        renewal.put("renews", number);
        String next = Exemptions.granted(renewal);
        answer(next, "").body("answer", is("NOT_YET_VALID"));
        answer(next, "?asOf=" + last + "T16:00:00Z").body("answer", is("VALID"));
    }

    private static ValidatableResponse answer(String number, String query) {
        return Api.anonymous()
                .get("/public/v1/certificates/" + number + query)
                .then()
                .statusCode(200);
    }
}
