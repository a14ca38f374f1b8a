package org.qualityzones.inspectionbody;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class InspectionBodyTest {

    private static final String PATH = "/api/v1/inspection-bodies";

    private final String anyone = Callers.of(Roles.INTEGRATOR);

    @Test
    void shouldListTheBodiesInForceWithTheirProvenance() {
        Api.get(anyone, PATH)
                .statusCode(200)
                .body("items.bureau", containsInAnyOrder("ningbo", "zhejiang"))
                .body("items[0].provenance", notNullValue())
                .body("items[0].source", notNullValue());
        Api.get(anyone, PATH + "?asOf=2009-07-31T00:00:00Z").body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"330226,ningbo", "330212,ningbo", "331125,zhejiang", "330681,zhejiang"})
    void shouldNameTheBodyThatInspectsInAPlace(String area, String bureau) {
        Api.get(anyone, PATH + "?area=" + area).body("items", hasSize(1)).body("items[0].bureau", is(bureau));
    }

    @Test
    void shouldNameNobodyWhereNobodyIsKnown() {
        Api.get(anyone, PATH + "?area=110000").statusCode(200).body("items", hasSize(0));
        Api.get(anyone, PATH + "?area=33").statusCode(400).body("errors[0].parameter", is("area"));
    }
}
