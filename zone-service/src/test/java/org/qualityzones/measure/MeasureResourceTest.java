package org.qualityzones.measure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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
class MeasureResourceTest {
    private static final String MEMBER = "91330226256029085J";
    private static final String MEASURES = "/api/v1/zones/ninghai-stationery/measures";
    private static final String EXEMPTION = """
            {"measure":"WHOLE_ZONE_EXEMPTION","hsPrefixes":["9608"],"roll":["%s"],"from":"2026-01-01","until":"2026-12-31",
             "citations":[{"instrument":"seed 000","article":"17 exporters","provenance":"SEED"}]}""".formatted(MEMBER);

    private final Journey zone = new Journey("ninghai-stationery");

    @BeforeEach
    void emptyDatabase() {
        Database.truncate();
    }

    @Test
    void shouldCarryAGrantedMeasureInTheStateOfTheZone() {
        zone.imported("NATIONAL", "");
        zone.member(MEMBER);

        Api.post(Callers.authority(), MEASURES, EXEMPTION)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("GRANTED"))
                .body("citations[0].provenance", equalTo("SEED"))
                .body("notices", empty());
        zone.get()
                .body("version", equalTo(2))
                .body("measures[0].measure", equalTo("WHOLE_ZONE_EXEMPTION"))
                .body("measures[0].roll", contains(MEMBER))
                .body("measures[0].until", equalTo("2026-12-31"));
    }

    @Test
    void shouldSayThatAnEnterpriseOnTheRollIsNoMemberYet() {
        zone.imported("NATIONAL", "");
        Api.post(Callers.authority(), MEASURES, EXEMPTION)
                .statusCode(201)
                .body("notices[0].pointer", equalTo("/roll/0"))
                .body("notices[0].code", equalTo("not-a-member"));
    }

    @Test
    void shouldRefuseAMeasureForAZoneWithoutAGradeOrOutsideItsIndustry() {
        zone.create();
        Api.post(Callers.authority(), MEASURES, EXEMPTION).statusCode(422).body("rule", equalTo("measure-needs-grade"));
        Database.truncate();
        zone.imported("NATIONAL", "");
        Api.post(Callers.authority(), MEASURES, EXEMPTION.replace("9608", "8458"))
                .statusCode(422)
                .body("rule", equalTo("measure-in-industry"))
                .body("errors[0].pointer", equalTo("/hsPrefixes/0"));
    }

    @Test
    void shouldRefuseInTheLanguageOfTheCaller() {
        zone.create();
        Api.as(Callers.authority())
                .header("Accept-Language", "zh")
                .header("Idempotency-Key", Api.newKey())
                .contentType("application/json")
                .body(EXEMPTION)
                .post(MEASURES)
                .then()
                .statusCode(422)
                .body("rule", equalTo("measure-needs-grade"))
                .body("title", equalTo("措施只适用于级别有效的示范区"));
    }

    @Test
    void shouldEndAMeasureOnce() {
        zone.imported("NATIONAL", "");
        String measure = Api.post(Callers.authority(), MEASURES, EXEMPTION)
                .statusCode(201)
                .extract()
                .header("Location");
        String end = "{\"action\":\"end\",\"reason\":\"the year is over\"}";

        Api.transition(Callers.authority(), measure, 1, end).statusCode(200).body("state", equalTo("ENDED"));
        Api.transition(Callers.authority(), measure, 2, end).statusCode(409).body("allowedActions", empty());
        zone.get().body("measures", empty()).body("version", equalTo(3));
        Api.get(Callers.auditor(), MEASURES).body("items", hasSize(1));
    }

    @Test
    void shouldNameThePlaceOfBadInput() {
        zone.imported("NATIONAL", "");
        Api.post(Callers.authority(), MEASURES, EXEMPTION.replace(MEMBER, "91330226256029085K"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/roll/0"));
        Api.post(Callers.authority(), MEASURES, EXEMPTION.replace("2026-12-31", "2025-12-31"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/until"));
        Api.post(Callers.authority(), MEASURES, EXEMPTION.replace("WHOLE_ZONE_EXEMPTION", "NOTHING"))
                .statusCode(400);
    }
}
