package org.qualityzones.enterprise;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/** The days are set back behind the API, since nobody may enter a term that is over. */
@QuarkusTest
@WithServers("enterprise")
class SuspensionEndsTest {
    private static final String PATH = Scene.path(NINGHAI);

    @Inject
    SuspensionEnds ends;

    @BeforeEach
    void register() {
        Database.truncate();
        Scene.registerNinghai();
    }

    @Test
    void shouldEndASuspensionAfterItsLastDayOnce() {
        Api.transition(Scene.bureau(), PATH, 1, Map.of("action", "suspend", "reason", "returned"))
                .statusCode(200);
        Database.execute(
                "update enterprise set suspension_from = date '2020-01-01', suspension_until = date '2020-01-31'");
        ends.end();
        ends.end();
        Api.get(Scene.bureau(), PATH).body("suspension", nullValue()).body("version", equalTo(3));
        Api.transition(Scene.bureau(), PATH, 3, Map.of("action", "suspend", "reason", "returned again"))
                .statusCode(200);
    }
}
