package org.qualityzones.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Imports;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class CatalogueImportTest {

    private static final String HEADER =
            "hsCode,name,supervisionConditions,inspectionCategories,productRisk,validFrom,validUntil,source\n";

    private final String authority = Callers.of(Roles.AUTHORITY);

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
    }

    @Test
    void shouldKeepGoodRowsAndNameBadOnes() {
        String results = imported(HEADER
                + "9503002100,\"Dolls, dressed\",A/B,M/N,HIGHER,2010-01-01,2013-08-14,sample\n"
                + "950300210,Dolls,A/B,M/N,,2010-01-01,,sample\n"
                + "9503002101,Dolls,A/B,M/N,LOW,2010-01-01,,sample\n"
                + "9503002102,Dolls,A/B,M/N,,2010-01-01,2009-01-01,sample\n"
                + "9503002103,Dolls,A/B\n"
                + "9608100000,Pens,AB,MN,,2010-01-01,,sample\n");

        assertThat(results.lines()).hasSize(6);
        assertThat(results).contains("/hsCode", "/productRisk", "/validUntil", "csv-columns");
        assertThat(Database.number("select count(*) from catalogue_entry")).isEqualTo(2);
        Api.get(authority, "/api/v1/catalogue/9503002100?asOf=2013-08-14T15:59:59Z")
                .body("statutory", is(true))
                .body("inspectionCategories", is(java.util.List.of("M", "N")));
        Api.get(authority, "/api/v1/catalogue/9503002100?asOf=2013-08-14T16:00:00Z")
                .body("statutory", is(false));
        Api.get(authority, "/api/v1/catalogue/9608100000").body("productRisk", is("HIGHER"));
        Api.get(authority, "/api/v1/catalogue/0101210000").statusCode(404);
        Api.get(authority, "/api/v1/catalogue/96081").statusCode(org.hamcrest.Matchers.anyOf(is(400), is(404)));
    }

    @Test
    void shouldChangeNothingWhenTheSameFileComesTwice() {
        String file = HEADER + "9608100000,Pens,AB,MN,,2010-01-01,,sample\n";
        imported(file);
        String again = imported(file);

        assertThat(again).contains("unchanged");
        assertThat(Database.number("select count(*) from catalogue_version")).isEqualTo(1);
    }

    @Test
    void shouldRefuseAFileWithAnotherHeaderAtOnce() {
        upload("hsCode,name\n1,2\n").statusCode(400).body("errors[0].code", is("csv-header"));
    }

    private static ValidatableResponse upload(String csv) {
        return Imports.upload("/api/v1/catalogue", csv);
    }

    private static String imported(String csv) {
        return Imports.imported("/api/v1/catalogue", csv);
    }
}
