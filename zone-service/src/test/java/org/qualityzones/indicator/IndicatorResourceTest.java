package org.qualityzones.indicator;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.lifecycle.Journey;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.zone.Callers;

@QuarkusTest
@WithServers("zone")
class IndicatorResourceTest {
    private static final String ZONE = "/api/v1/zones/ninghai-stationery";

    @BeforeEach
    void openAZone() {
        Database.truncate();
        new Journey("ninghai-stationery").create().statusCode(201);
    }

    @Test
    void shouldReportAYearByItsLatestFigures() {
        report("EXPORT_VALUE_USD", "100000000");
        report("EXPORT_VALUE_USD", "200000000");
        report("FOREIGN_NOTIFICATIONS", "3");

        Api.get(Callers.enterprise(), ZONE + "/reports/2016")
                .statusCode(200)
                .body("lines", hasSize(2))
                .body("lines[0].value", equalTo("200000000"))
                .body("rates.notificationsPer100MillionUsd", equalTo("1.5000"));
        Api.get(Callers.auditor(), ZONE + "/indicators").body("items", hasSize(3));
    }

    @Test
    void shouldNameThePlaceOfBadInput() {
        Api.post(Callers.ninghai(), ZONE + "/indicators", body("RETURNS", "-1"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/value"));
        Api.post(Callers.ninghai(), ZONE + "/indicators", body("NOTHING", "1")).statusCode(400);
    }

    private static void report(String kind, String value) {
        String figure = Api.post(Callers.ninghai(), ZONE + "/indicators", body(kind, value))
                .statusCode(201)
                .body("value", equalTo(value))
                .extract()
                .header("Location");
        Api.get(Callers.auditor(), figure).statusCode(200).body("indicator", equalTo(kind));
    }

    private static String body(String kind, String value) {
        return "{\"year\":2016,\"indicator\":\"" + kind + "\",\"value\":" + value
                + ",\"source\":\"customs statistics\"}";
    }
}
