package org.qualityzones.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.qualityzones.trial.Exemptions.AUTHORITY;
import static org.qualityzones.trial.Exemptions.CERTIFICATES;
import static org.qualityzones.trial.Exemptions.application;
import static org.qualityzones.trial.Exemptions.certificate;
import static org.qualityzones.trial.Exemptions.granted;
import static org.qualityzones.trial.Exemptions.move;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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
import org.qualityzones.trial.Imports;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.TestClock;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class CertificateResourceTest {

    private static final String AUDITOR = Callers.of(Roles.AUDITOR);

    @Inject
    TestClock clock;

    @Inject
    CertificateSweep sweep;

    @BeforeEach
    void knowTheProducerAndTheGoods() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        Known.allIsCurrent();
        Imports.imported(
                "/api/v1/catalogue",
                "hsCode,name,supervisionConditions,inspectionCategories,productRisk,validFrom,validUntil,source\n"
                        + "9608100000,Pens,B,N,GENERAL,2010-01-01,,sample\n");
    }

    @AfterEach
    void backToNow() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldExemptWhatACertificateCoversUntilItIsSuspended() {
        String lot = "U-1";
        String number = granted(application(Codes.NINGHAI, "9608"));

        String decision = file(lot)
                .body("lines[0].decision.outcome", is("EXEMPT"))
                .body("lines[0].clearance.state", is("CLEARED"))
                .extract()
                .path("lines[0].decision.id");
        Api.get(AUDITOR, "/api/v1/decisions/" + decision + "/facts")
                .body("exemption.certificate", is("VALID"))
                .body("exemption.number", is(number));
        Api.post(AUDITOR, "/api/v1/decisions/" + decision + "/replays", Map.of())
                .statusCode(200)
                .body("identical", is(true));

        move(number, "suspend").statusCode(200).body("status", is("SUSPENDED"));
        file(lot).body("lines[0].decision.outcome", not("EXEMPT"));
        facts().body("exemption.certificate", is("SUSPENDED")).body("exemption.number", is(number));
        move(number, "reinstate").statusCode(200).body("rectifyBy", nullValue());
        file(lot).body("lines[0].decision.outcome", is("EXEMPT"));
        move(number, "revoke").statusCode(200);
        facts().body("exemption.certificate", is("REVOKED"));
        file(lot).body("lines[0].decision.outcome", not("EXEMPT"));
    }

    @Test
    void shouldInspectAnExemptLotThatNeedsACertificate() {
        granted(application(Codes.NINGHAI, "9608"));

        Api.post(
                        Callers.enterprise(Codes.NINGHAI),
                        "/api/v1/declarations",
                        Filing.by(Codes.NINGHAI).put("certificateRequested", true))
                .body("lines[0].decision.outcome", is("SAMPLE"));
    }

    @ParameterizedTest
    @CsvSource({"96,VALID", "9608,VALID", "96081000,VALID", "9608100000,VALID", "9609,NONE", "9608200000,NONE"})
    void shouldCoverWhatAPrefixBegins(String prefix, String expected) {
        granted(application(Codes.NINGHAI, prefix));

        facts().body("exemption.certificate", is(expected));
        facts(Codes.NINGHAI_2).body("exemption.certificate", is("NONE"));
    }

    @Test
    void shouldTakeTheBestOfSeveral() {
        imported("OLD-1,%s,pens,9608,GB 1,2010-01-01,2013-12-31,,SEED,sample");
        facts().body("exemption.certificate", is("EXPIRED")).body("exemption.number", is("OLD-1"));
        imported("OLD-0,%s,pens,9608,GB 1,2010-01-01,2013-12-31,2012-01-01,SEED,sample");
        facts().body("exemption.number", is("OLD-1"));
        imported("NEW-2,%s,pens,96,GB 1,2026-01-01,2028-12-31,,SEED,sample");
        imported("NEW-1,%s,pens,960810,GB 1,2026-01-01,2028-12-31,,SEED,sample");
        imported("NEW-0,%s,pens,960810,GB 1,2026-01-01,2028-12-30,,SEED,sample");
        facts().body("exemption.certificate", is("VALID")).body("exemption.number", is("NEW-1"));
        move("NEW-1", "suspend").statusCode(200);
        facts().body("exemption.number", is("NEW-2"));
        move("NEW-2", "revoke").statusCode(200);
        facts().body("exemption.number", is("NEW-0"));
        move("NEW-0", "revoke").statusCode(200);
        facts().body("exemption.certificate", is("SUSPENDED")).body("exemption.number", is("NEW-1"));
    }

    @ParameterizedTest
    @CsvSource({"3,0,200", "3,-1,422", "6,0,200", "6,1,422"})
    void shouldRectifyInThreeToSixMonths(int months, int days, int status) {
        String number = granted(application(Codes.NINGHAI, "9608"));
        String day = today().plusMonths(months).plusDays(days).toString();

        ValidatableResponse answer = move(number, Map.of("action", "suspend", "reason", "burrs", "rectifyBy", day))
                .statusCode(status);

        if (status == 422) {
            answer.body("rule", is("rectification-period")).body("citation.provenance", is("FOUND"));
        } else {
            answer.body("rectifyBy", is(day));
        }
    }

    @Test
    void shouldRefuseWhatTheWorkflowDoesNotAllow() {
        String number = granted(application(Codes.NINGHAI, "9608"));

        move(number, Map.of("action", "suspend")).statusCode(400);
        move(number, "reinstate").statusCode(409);
        move(number, "expire").statusCode(403);
        move(number, "melt").statusCode(400);
        move(number, "revoke").statusCode(200);
        move(number, "reinstate").statusCode(409).body("state", is("REVOKED"));
        Api.transition(AUTHORITY, CERTIFICATES + "/" + number, 1, Map.of("action", "revoke", "reason", "x"))
                .statusCode(412);
        Api.get(AUTHORITY, CERTIFICATES + "/none").statusCode(404);
        Api.get(Callers.enterprise(Codes.YUNHE), CERTIFICATES + "/" + number).statusCode(404);
        Api.get(Callers.bureau(), CERTIFICATES + "?status=REVOKED").body("items", hasSize(1));
        Api.get(Callers.bureauB(), CERTIFICATES).body("items", hasSize(0));
    }

    @Test
    void shouldTellWhatWasInForceAndWhatWasKnown() {
        String number = granted(application(Codes.NINGHAI, "9608"));
        Instant before = clock.instant();
        clock.moveTo(Duration.ofMinutes(1));
        move(number, "suspend").statusCode(200);
        Instant after = clock.instant();
        String path = CERTIFICATES + "/" + number;

        Api.get(AUTHORITY, path + "?asOf=" + before).body("status", is("VALID")).body("version", is(1));
        Api.get(AUTHORITY, path + "?asOf=" + after).body("status", is("SUSPENDED"));
        Api.get(AUTHORITY, path + "?knownAt=" + before).body("status", is("VALID"));
        Api.get(AUTHORITY, path + "?asOf=2020-01-01T00:00:00Z").statusCode(404);
        Api.get(AUTHORITY, path + "?asOf=" + after.plus(1200, ChronoUnit.DAYS)).body("status", is("EXPIRED"));
    }

    @Test
    void shouldExpireWhenTheLastDayIsOver() {
        String number = granted(application(Codes.NINGHAI, "9608"));
        LocalDate last = LocalDate.parse(certificate(number).extract().path("validUntil"));
        long days = today().until(last, ChronoUnit.DAYS);

        clock.moveTo(Duration.ofDays(days));
        sweep.sweep();
        certificate(number).body("status", is("VALID"));
        clock.moveTo(Duration.ofDays(days + 1));
        certificate(number).body("status", is("EXPIRED"));
        Known.allIsCurrent();
        facts().body("exemption.certificate", is("EXPIRED"));
        move(number, "suspend").statusCode(409);
        sweep.sweep();
        sweep.sweep();
        assertThat(told("status-changed", "\"expire\"")).isEqualTo(1);
    }

    @Test
    void shouldRemindOnceOfEachThingDue() {
        String number = granted(application(Codes.NINGHAI, "9608"));
        LocalDate last = LocalDate.parse(certificate(number).extract().path("validUntil"));
        sweep.sweep();
        assertThat(told("reminder-due", "")).isZero();

        LocalDate newYear = today().withDayOfYear(1).plusYears(1);
        to(newYear);
        sweep.sweep();
        sweep.sweep();
        assertThat(told("reminder-due", "\"ANNUAL_REPORT\"")).isEqualTo(1);
        to(newYear.plusDays(31));
        sweep.sweep();
        assertThat(told("reminder-due", "\"ANNUAL_REPORT_OVERDUE\"")).isEqualTo(1);

        String rectifyBy = move(number, "suspend").statusCode(200).extract().path("rectifyBy");
        to(LocalDate.parse(rectifyBy));
        sweep.sweep();
        sweep.sweep();
        assertThat(told("reminder-due", "\"RECTIFICATION\"")).isEqualTo(1);

        to(last.minusMonths(3).minusDays(1));
        sweep.sweep();
        assertThat(told("reminder-due", "\"RENEWAL\"")).isZero();
        to(last.minusMonths(3));
        sweep.sweep();
        assertThat(told("reminder-due", "\"RENEWAL\"")).isEqualTo(1);
    }

    private void to(LocalDate day) {
        clock.moveTo(Duration.ofDays(ChronoUnit.DAYS.between(
                Clock.systemUTC().instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate(), day)));
    }

    private static long told(String type, String text) {
        return Database.number("select count(*) from outbox where type = 'org.qualityzones.certificate." + type
                + ".v1' and convert_from(data, 'UTF8') like '%" + text + "%'");
    }

    private static void imported(String row) {
        assertThat(Imports.imported(
                        CERTIFICATES,
                        "number,uscc,product,hsPrefixes,standard,validFrom,validUntil,revokedOn,provenance,source\n"
                                + row.formatted(Codes.NINGHAI) + "\n"))
                .contains("created");
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }

    private static ValidatableResponse file(String lot) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("lotNo", lot);
        return Api.post(Callers.enterprise(Codes.NINGHAI), "/api/v1/declarations", filing)
                .statusCode(201);
    }

    private static ValidatableResponse facts() {
        return facts(Codes.NINGHAI);
    }

    private static ValidatableResponse facts(String producer) {
        String decision = Api.post(Callers.enterprise(producer), "/api/v1/declarations", Filing.by(producer))
                .statusCode(201)
                .extract()
                .path("lines[0].decision.id");
        return Api.get(AUDITOR, "/api/v1/decisions/" + decision + "/facts").statusCode(200);
    }
}
