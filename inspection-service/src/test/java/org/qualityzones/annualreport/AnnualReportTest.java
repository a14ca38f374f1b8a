package org.qualityzones.annualreport;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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
import org.qualityzones.trial.Exemptions;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.TestClock;

@QuarkusTest
@WithServers("inspection")
class AnnualReportTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Inject
    TestClock clock;

    private String path;
    private int year;

    @BeforeEach
    void grantACertificate() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        path = Exemptions.CERTIFICATES + "/" + Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9608"))
                + "/annual-reports";
        year = today().getYear();
    }

    @AfterEach
    void backToNow() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldTakeTheReportOfAYearThatIsOver() {
        file(report()).statusCode(422).body("rule", is("year-not-over"));
        to(LocalDate.of(year + 1, 1, 31));

        file(report())
                .statusCode(201)
                .header("Location", endsWith("/annual-reports/" + year))
                .body("dueOn", is(year + 1 + "-01-31"))
                .body("late", is(false));
        file(report()).statusCode(409);
        Api.get(Callers.bureau(), path).body("items.size()", is(1));
        Api.get(Callers.bureau(), path + "/" + year).statusCode(200).body("lots", is(12));
        Api.get(Callers.bureau(), path + "/1999").statusCode(404);
    }

    @Test
    void shouldSayWhenItCameLate() {
        to(LocalDate.of(year + 1, 2, 1));
        Map<String, Object> before = report();
        before.put("year", year - 1);

        file(before).statusCode(422).body("rule", is("year-outside-term"));
        file(report()).statusCode(201).body("late", is(true));
    }

    @ParameterizedTest
    @CsvSource({"lots,-1", "lots,1000000000001", "complaints,-1", "year,1999", "year,3000", "year,", "lots,"})
    void shouldRefuseWhatIsNoReport(String field, Long value) {
        Map<String, Object> report = report();
        report.put(field, value);

        file(report).statusCode(400).body("errors[0].pointer", is("/" + field));
    }

    private Map<String, Object> report() {
        Map<String, Object> report = new HashMap<>();
        report.put("year", year);
        report.put("lots", 12);
        report.put("value", Map.of("amount", "125000.00", "currency", "USD"));
        report.put("complaints", 0);
        return report;
    }

    private ValidatableResponse file(Map<String, Object> report) {
        return Api.post(Callers.enterprise(Codes.NINGHAI), path, report);
    }

    private void to(LocalDate day) {
        clock.moveTo(Duration.ofDays(ChronoUnit.DAYS.between(today(), day)));
    }

    private LocalDate today() {
        return clock.instant().atZone(SHANGHAI).toLocalDate();
    }
}
