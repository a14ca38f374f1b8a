package org.qualityzones.samplingplan;

import static org.hamcrest.Matchers.is;

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
class SamplingPlanResourceTest {

    private static final String PATH = "/api/v1/sampling-plans?";

    private final String anyone = Callers.of(Roles.INTEGRATOR);

    @Test
    void shouldAnswerOneBarePlan() {
        Api.get(anyone, PATH + "lotSize=50000&level=II&aql=2.5&severity=NORMAL")
                .statusCode(200)
                .body("codeLetter", is("N"))
                .body("planLetter", is("N"))
                .body("sampleSize", is(500))
                .body("accept", is(21))
                .body("reject", is(22));
        Api.get(anyone, PATH + "lotSize=1&aql=2.5").statusCode(200).body("sampleSize", is(1));
    }

    @ParameterizedTest
    @CsvSource({
        "level=II&aql=2.5,lotSize",
        "lotSize=0&aql=2.5,lotSize",
        "lotSize=-1&aql=2.5,lotSize",
        "lotSize=x&aql=2.5,lotSize",
        "lotSize=99999999999999999999&aql=2.5,lotSize",
        "lotSize=5,aql",
        "lotSize=5&aql=2.50,aql",
        "lotSize=5&aql=2.5&level=IV,level",
        "lotSize=5&aql=2.5&severity=LAX,severity",
    })
    void shouldNameTheParameterThatIsWrong(String query, String parameter) {
        Api.get(anyone, PATH + query).statusCode(400).body("errors[0].parameter", is(parameter));
    }
}
