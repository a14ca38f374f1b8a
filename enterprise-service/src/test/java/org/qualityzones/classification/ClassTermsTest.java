package org.qualityzones.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.enterprise.FictitiousUscc;
import org.qualityzones.enterprise.Scene;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/** The days are set back behind the API, since nobody may enter a term that is over. */
@QuarkusTest
@WithServers("enterprise")
class ClassTermsTest {
    private static final String PATH = Scene.path(NINGHAI);

    @Inject
    ClassTerms terms;

    @BeforeEach
    void register() {
        Database.truncate();
        Scene.registerNinghai();
    }

    /** Case K9: unclassified from midnight, unless the new assessment was proposed in time. */
    @Test
    void shouldEndAClassAfterItsLastDayUnlessItsRenewalWaits() {
        String proposal = propose("CLASS_2");
        Api.transition(Scene.secondOfBureau(), proposal, 1, Map.of("action", "approve"))
                .statusCode(200);
        String renewal = propose("CLASS_2");
        Database.execute("update class_assessment set proposed_at = timestamptz '2020-01-01' where state = 'PROPOSED'");
        LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
        Database.execute("update enterprise set class_valid_until = date '" + yesterday + "'");
        Api.post(Scene.bureau(), Scene.ENTERPRISES, Scene.registration(FictitiousUscc.of("330226", 7), "330226"))
                .statusCode(201);
        Database.execute("update enterprise set quality_class = 'CLASS_1', class_valid_until = date '" + yesterday
                + "' where uscc <> '" + NINGHAI + "'");
        terms.end();
        Api.get(Scene.bureau(), Scene.path(FictitiousUscc.of("330226", 7))).body("class", equalTo("UNCLASSIFIED"));
        Api.get(Scene.bureau(), PATH).body("class", equalTo("CLASS_2"));
        Api.transition(Scene.secondOfBureau(), renewal, 1, Map.of("action", "refuse", "reason", "conditions lost"))
                .statusCode(200);
        terms.end();
        Api.get(Scene.bureau(), PATH).body("class", equalTo("UNCLASSIFIED"));
        assertThat(Database.number("select count(*) from enterprise where class_valid_until is null"))
                .isEqualTo(2);
    }

    private static String propose(String proposed) {
        return Api.post(
                        Scene.bureau(),
                        PATH + "/class-assessments",
                        Map.of("proposedClass", proposed, "reason", "assessed"))
                .statusCode(201)
                .extract()
                .header("Location");
    }
}
