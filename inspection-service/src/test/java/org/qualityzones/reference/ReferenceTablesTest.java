package org.qualityzones.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Imports;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class ReferenceTablesTest {

    private static final String PATH = "/api/v1/reference-tables/";
    private static final String RATES = "currency,usdPerUnit,validFrom,validUntil,provenance,source\n";

    private final String anyone = Callers.of(Roles.INTEGRATOR);

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
    }

    @Test
    void shouldKeepGoodRowsAndNameBadOnes() {
        String results = Imports.imported(
                PATH + "exchange-rates",
                RATES
                        + "EUR,1.0825,2026-01-01,,CONFIGURED,sample\n"
                        + "EUX,1.0825,2026-01-01,,CONFIGURED,sample\n"
                        + "JPY,0,2026-01-01,,CONFIGURED,sample\n"
                        + "JPY,1e-2,2026-01-01,,CONFIGURED,sample\n"
                        + "JPY,1000,2026-01-01,,CONFIGURED,sample\n"
                        + "JPY,0.0065,2026-01-01,2025-12-31,CONFIGURED,sample\n"
                        + "JPY,0.0065,2026-01-01,,GUESSED,sample\n"
                        + "JPY,0.0065,2026-01-01,,,sample\n"
                        + "JPY,0.0065,2026-01-01,,CONFIGURED\n"
                        + "JPY,0.0065,2026-01-01,,CONFIGURED,sample\n");

        assertThat(results.lines()).hasSize(10);
        assertThat(results).contains("/currency", "/usdPerUnit", "/validUntil", "/provenance", "csv-columns");
        assertThat(Database.number("select count(*) from reference_row")).isEqualTo(2);
        Api.get(anyone, PATH + "exchange-rates?key=EUR")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].table", is("exchange-rates"))
                .body("items[0].value", is("1.0825"))
                .body("items[0].subkey", nullValue())
                .body("items[0].validUntil", nullValue())
                .body("items[0].recordedAt", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "psi-destinations | country,validFrom,validUntil,provenance,source | XK,2012-01-01,,SEED,s | /country",
                "fee-periods | fee,instrument,validFrom,validUntil,provenance,source | other,i,2012-01-01,,SEED,s | /fee",
                "registration-regimes | hsPrefix,instrument,validFrom,validUntil,provenance,source |"
                        + " 950,i,2012-01-01,,SEED,s | /hsPrefix",
                "registrations | uscc,hsPrefix,number,validFrom,validUntil,provenance,source |"
                        + " 91330226MA0000011X,95,N-1,2012-01-01,,SEED,s | /uscc",
                "listed-third-parties | issuer,validFrom,validUntil,provenance,source | ,2012-01-01,,SEED,s | /issuer",
                "direct-release-approvals | uscc,validFrom,validUntil,provenance,source | 1,2012-01-01,,SEED,s | /uscc",
                "direct-release-goods | hsPrefix,validFrom,validUntil,provenance,source |"
                        + " 98,2012-01-01,,SEED,s | /hsPrefix",
            })
    void shouldCheckTheCodesOfEachTable(String table, String header, String row, String pointer) {
        assertThat(Imports.imported(PATH + table, header + "\n" + row + "\n")).contains("\"" + pointer + "\"");
        assertThat(Database.number("select count(*) from reference_row")).isZero();
    }

    @Test
    void shouldChangeNothingWhenTheSameFileComesTwice() {
        String file = RATES + "EUR,1.0825,2026-01-01,,CONFIGURED,sample\n";

        assertThat(Imports.imported(PATH + "exchange-rates", file)).contains("created");
        assertThat(Imports.imported(PATH + "exchange-rates", file)).contains("unchanged");
        assertThat(Imports.imported(PATH + "exchange-rates", file.replace("1.0825", "1.09")))
                .contains("updated");
        assertThat(Database.number("select count(*) from reference_row")).isEqualTo(1);
    }

    @Test
    void shouldListWhatWasInForceOnADayInShanghai() {
        Imports.imported(PATH + "fee-periods", Imports.shipped("fee-periods.csv"));

        String path = PATH + "fee-periods?asOf=";
        Api.get(anyone, path + "2013-07-31T15:59:59Z").body("items", hasSize(0));
        Api.get(anyone, path + "2013-07-31T16:00:00Z").body("items", hasSize(1));
        Api.get(anyone, path + "2013-12-31T15:59:59Z")
                .body("items[0].key", is("export-inspection"))
                .body("items[0].provenance", is("SEED"));
        Api.get(anyone, path + "2013-12-31T16:00:00Z").body("items", hasSize(0));
    }

    @Test
    void shouldListTheStatesOfAfricaInBoundedPages() {
        String results = Imports.imported(PATH + "psi-destinations", Imports.shipped("psi-destinations.csv"));
        assertThat(results.lines().filter(line -> line.contains("created"))).hasSize(54);

        List<String> first = Api.get(anyone, PATH + "psi-destinations?limit=50")
                .body("items.provenance", everyItem(is("CONFIGURED")))
                .extract()
                .path("items.key");
        String cursor =
                Api.get(anyone, PATH + "psi-destinations?limit=50").extract().path("nextCursor");
        List<String> second = Api.get(anyone, PATH + "psi-destinations?limit=50&cursor=" + cursor)
                .body("nextCursor", nullValue())
                .extract()
                .path("items.key");

        assertThat(first).hasSize(50).contains("ZA").doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(4);
    }

    @Test
    void shouldRefuseOtherHeadersAndUnknownTables() {
        Imports.upload(PATH + "exchange-rates", "currency,rate\nEUR,1\n")
                .statusCode(400)
                .body("errors[0].code", is("csv-header"))
                .body("errors[0].detail", not(nullValue()));
        Imports.upload(PATH + "wishes", "key\n").statusCode(404);
        Api.get(anyone, PATH + "wishes").statusCode(404);
    }

    @Test
    void shouldKeepRegistrationsByEnterpriseAndHeading() {
        Imports.imported(
                PATH + "registrations",
                "uscc,hsPrefix,number,validFrom,validUntil,provenance,source\n" + Codes.NINGHAI
                        + ",9503,R-1,2026-01-01,,CONFIGURED,sample\n");

        Api.get(anyone, PATH + "registrations?key=" + Codes.NINGHAI)
                .body("items[0].subkey", is("9503"))
                .body("items[0].value", is("R-1"));
    }
}
