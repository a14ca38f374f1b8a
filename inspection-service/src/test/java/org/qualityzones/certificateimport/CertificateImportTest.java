package org.qualityzones.certificateimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Exemptions;
import org.qualityzones.trial.Imports;
import org.qualityzones.trial.Known;

@QuarkusTest
@WithServers("inspection")
class CertificateImportTest {

    private static final String HEADER =
            "number,uscc,product,hsPrefixes,standard,validFrom,validUntil,revokedOn,provenance,source\n";
    private static final String GOOD = "MY-2007-1," + Codes.NINGHAI
            + ",pencils,9609 960910,GB/T 26704-2011,2007-12-26,2010-12-25,,FOUND,a newspaper\n";

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
    }

    @Test
    void shouldKeepGoodRowsAndNameBadOnes() {
        String results = Imports.imported(
                Exemptions.CERTIFICATES,
                HEADER
                        + GOOD
                        + GOOD.replace("MY-2007-1", "MY/2007")
                        + GOOD.replace("MY-2007-1", "A2").replace(Codes.NINGHAI, "91330226MA2AF00X05")
                        + GOOD.replace("MY-2007-1", "A3").replace("9609 960910", "960")
                        + GOOD.replace("MY-2007-1", "A4").replace("2007-12-26", "2099-01-01")
                        + GOOD.replace("MY-2007-1", "A5").replace("2010-12-25", "2006-01-01")
                        + GOOD.replace("MY-2007-1", "A6").replace("FOUND", "HEARD")
                        + GOOD.replace("MY-2007-1", "A7").replace(",,FOUND", ",2009-06-01,SEED")
                        + GOOD.replace("pencils", "pens"));

        assertThat(results.lines()).hasSize(9);
        assertThat(results)
                .contains("/number", "/uscc", "/hsPrefixes", "/validFrom", "/validUntil", "/provenance", "duplicate");
        assertThat(Database.number("select count(*) from certificate")).isEqualTo(2);
        Exemptions.certificate("MY-2007-1")
                .body("status", is("EXPIRED"))
                .body("hsPrefixes", is(List.of("9609")))
                .body("provenance", is("FOUND"))
                .body("applicationId", nullValue());
        Exemptions.certificate("A7").body("status", is("REVOKED")).body("revokedAt", notNullValue());
        Api.get(Exemptions.AUTHORITY, Exemptions.CERTIFICATES + "/A7?asOf=2009-05-31T15:59:59Z")
                .body("status", is("VALID"));
        Api.get(Exemptions.AUTHORITY, Exemptions.CERTIFICATES + "/A7?asOf=2009-05-31T16:00:00Z")
                .body("status", is("REVOKED"));
    }

    @Test
    void shouldChangeNothingWhenTheSameFileComesTwice() {
        String csv = HEADER + GOOD.replace("2010-12-25", "2099-12-25");
        Imports.imported(Exemptions.CERTIFICATES, csv);
        Exemptions.move("MY-2007-1", "revoke").statusCode(200);

        assertThat(Imports.imported(Exemptions.CERTIFICATES, csv)).contains("unchanged");
        Exemptions.certificate("MY-2007-1").body("status", is("REVOKED")).body("version", is(2));
    }

    @Test
    void shouldReadOneObjectInEachLine() {
        String good = "{\"number\":\"N-1\",\"uscc\":\"%s\",\"product\":\"pens\",\"hsPrefixes\":[\"9608\",\"9609\"],"
                        .formatted(Codes.NINGHAI)
                + "\"standard\":\"GB 1\",\"validFrom\":\"2026-01-01\",\"validUntil\":\"2028-12-31\",\"revokedOn\":null,"
                + "\"provenance\":\"SEED\",\"source\":\"founding document\"}";
        String job = Api.upload(
                        Exemptions.AUTHORITY,
                        Exemptions.CERTIFICATES + "/imports",
                        "application/x-ndjson",
                        good + "\n\n{\"number\":\"N-2\",\"colour\":\"red\"}\n[]\n{\"number\"\n{\"number\":7}\n")
                .statusCode(202)
                .extract()
                .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Api.get(Exemptions.AUTHORITY, job).extract().<String>path("state"), is("SUCCEEDED"));
        String results =
                Api.get(Exemptions.AUTHORITY, job + "/results").extract().asString();

        assertThat(results.lines()).hasSize(5);
        assertThat(results).contains("created", "unknown-field", "/number");
        Exemptions.certificate("N-1")
                .body("hsPrefixes", is(List.of("9608", "9609")))
                .body("status", is("VALID"));
    }

    @Test
    void shouldRefuseAFileOfAnotherForm() {
        Imports.upload(Exemptions.CERTIFICATES, "number,uscc\n")
                .statusCode(400)
                .body("errors[0].code", is("csv-header"));
    }
}
