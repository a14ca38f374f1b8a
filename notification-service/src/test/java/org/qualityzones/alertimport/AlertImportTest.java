package org.qualityzones.alertimport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class AlertImportTest {

    private static final String PATH = "/api/v1/alerts/imports?format=";
    private static final String HEADER = "report_year,report_week,refnr%s,country,country_code,danger_short,measures,"
            + "descript_category,countryoforigin,descript_product,descript_type,descript_descr,descript_brand\n";
    private static final String CLEAN = HEADER.formatted(",refnr_rebuilt,refnr_method")
            + row("1107/09,1107/09,as-is", "Doll", "Girls’ World")
            + row("7/4/2005,,lost", "Sweatshirt", "Melly")
            + row("7/9/2010,,lost", "Sweatshirt", "Melly");
    private static final String DAMAGED = HEADER.formatted("")
            + row("123", "Doll", "Girls‚Äô World")
            + row("7/4/2005", "Sweatshirt", "Melly")
            + row("7/9/2010", "Sweatshirt", "Melly");

    private final String authority = Tokens.of(Roles.AUTHORITY).build();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldKeepEveryRowOnceHoweverOftenItsContentComes() {
        assertThat(imported("RAPEX_WEEKLY", CLEAN))
                .containsOnlyOnce("\"row\":3")
                .doesNotContain("unchanged", "refused");
        assertThat(alerts()).isEqualTo(3);
        assertThat(flagged("REFERENCE_UNSURE")).isEqualTo(2);

        assertThat(imported("RAPEX_WEEKLY", CLEAN))
                .doesNotContain("created", "refused")
                .as("what is doubtful about rows 2 and 3, known by now or not")
                .containsPattern("\"row\":1,\"status\":\"unchanged\",\"id\":\"[^\"]+\"}")
                .containsPattern("\"row\":2,[^}]+\"remarks\":\\[\"REFERENCE_UNSURE\"]}")
                .containsPattern("\"row\":3,[^}]+\"remarks\":\\[\"REFERENCE_UNSURE\"]}");
        assertThat(imported("RAPEX_WEEKLY", DAMAGED)).doesNotContain("created", "refused");
        assertThat(alerts()).isEqualTo(3);
        assertThat(Database.number("select count(*) from alert_import_content")).isZero();
    }

    @Test
    void shouldMarkWhatIsDamagedAndGuessNothing() {
        assertThat(imported("RAPEX_WEEKLY", DAMAGED)).contains("\"REFERENCE_DAMAGED\",\"TEXT_REPAIRED\"");

        assertThat(alerts()).isEqualTo(3);
        assertThat(flagged("REFERENCE_DAMAGED")).isEqualTo(3);
        assertThat(flagged("TEXT_REPAIRED")).isEqualTo(1);
        assertThat(Database.number("select count(*) from alert where reference like 'content:%'"))
                .isEqualTo(3);
        assertThat(imported("RAPEX_WEEKLY", CLEAN)).doesNotContain("created", "refused");
        Api.get(authority, "/api/v1/alerts?origin=CN")
                .body("items", hasSize(3))
                .body("items[2].product.brand", equalTo("Girls’ World"))
                .body("items[2].referenceAsGiven", equalTo("123"));
    }

    @Test
    void shouldKeepTheGoodLinesAndNameTheBadOnes() {
        String good = "{\"source\":\"OTHER\",\"reference\":\"1\",\"publishedAt\":\"2026-01-01T00:00:00Z\","
                + "\"originCountry\":\"CN\",\"product\":{\"category\":\"Toys\",\"name\":\"Doll\"},"
                + "\"risk\":{\"types\":[\"FIRE\"],\"level\":\"LOW\",\"text\":\"t\"}}";

        assertThat(imported("NDJSON", good + "\n{\"source\":\"OTHER\"}\nnone\n" + good.replace("\"1\"", "\"2\"")))
                .contains("\"row\":2,\"status\":\"refused\"", "\"row\":3,\"status\":\"refused\"", "\"row\":4")
                .contains("/reference");
        assertThat(alerts()).isEqualTo(2);
    }

    @Test
    void shouldRefuseAnUnknownFormatAndFailAFileOfAnotherForm() {
        Api.upload(authority, PATH + "FAX", "text/csv", CLEAN).statusCode(400);
        Api.upload(authority, "/api/v1/alerts/imports", "text/csv", CLEAN).statusCode(400);
        String job = started("CPSC", CLEAN);
        await().atMost(60, SECONDS).untilAsserted(() -> Api.get(authority, job)
                .body("state", equalTo("FAILED"))
                .body("failure", containsString("Recall Number")));
    }

    private String imported(String format, String file) {
        String job = started(format, file);
        await().atMost(60, SECONDS).untilAsserted(() -> Api.get(authority, job).body("state", equalTo("SUCCEEDED")));
        return Api.get(authority, job + "/results").extract().asString();
    }

    private String started(String format, String file) {
        String type = format.equals("NDJSON") ? "application/x-ndjson" : "text/csv";
        String id = Api.upload(authority, PATH + format, type, file)
                .statusCode(202)
                .extract()
                .path("id");
        return "/api/v1/notification/jobs/" + id;
    }

    private static long alerts() {
        return Database.number("select count(*) from alert");
    }

    private static long flagged(String flag) {
        return Database.number("select count(*) from alert where '" + flag + "' = any (flags)");
    }

    private static String row(String reference, String product, String brand) {
        return "2009,5," + reference + ",Hungary,HU,Choking,Recall.,Toys,China," + product + ",Unknown,Words.," + brand
                + "\n";
    }
}
