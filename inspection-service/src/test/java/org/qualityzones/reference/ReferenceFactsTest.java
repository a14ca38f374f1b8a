package org.qualityzones.reference;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Imports;
import org.qualityzones.trial.Known;
import org.qualityzones.web.Roles;

/** What imported tables do to the facts of a decision. */
@QuarkusTest
@WithServers("inspection")
class ReferenceFactsTest {

    private static final String PATH = "/api/v1/reference-tables/";

    @BeforeEach
    void knowTheProducer() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        Known.allIsCurrent();
    }

    @Test
    void shouldValueALineByTheRateOfTheDay() {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        ((ObjectNode) Filing.firstLine(filing).path("value")).put("currency", "EUR");

        facts(filing).body("line.valueUsdCents", nullValue());
        Imports.imported(
                PATH + "exchange-rates",
                "currency,usdPerUnit,validFrom,validUntil,provenance,source\n"
                        + "EUR,1.5,2012-01-01,2013-12-31,CONFIGURED,sample\n"
                        + "EUR,1.25,2014-01-01,,CONFIGURED,sample\n"
                        + "EUR,1.0825,2020-01-01,,CONFIGURED,sample\n");

        facts(filing).body("line.valueUsdCents", is(1353125));
    }

    @Test
    void shouldKnowWhoMayReleaseWhichGoodsDirectly() {
        ObjectNode filing = Filing.by(Codes.NINGHAI).put("directReleaseRequested", true);

        facts(filing).body("directRelease.approved", is(false)).body("directRelease.goodsListed", is(false));
        Imports.imported(
                PATH + "direct-release-approvals",
                "uscc,validFrom,validUntil,provenance,source\n" + Codes.NINGHAI + ",2020-01-01,,CONFIGURED,sample\n"
                        + Codes.YUNHE + ",2020-01-01,,CONFIGURED,sample\n");
        Imports.imported(
                PATH + "direct-release-goods",
                "hsPrefix,validFrom,validUntil,provenance,source\n9608,2020-01-01,,CONFIGURED,sample\n");

        facts(filing).body("directRelease.approved", is(true)).body("directRelease.goodsListed", is(true));
        Filing.firstLine(filing).put("hsCode", "9503008900");
        facts(filing).body("directRelease.approved", is(true)).body("directRelease.goodsListed", is(false));
    }

    @Test
    void shouldSeeThePreShipmentRegimeOfAfricanStates() {
        Imports.imported(PATH + "psi-destinations", Imports.shipped("psi-destinations.csv"));

        facts(Filing.by(Codes.NINGHAI).put("destination", "NG")).body("line.psiDestination", is(true));
        facts(Filing.by(Codes.NINGHAI)).body("line.psiDestination", is(false));
    }

    private static ValidatableResponse facts(ObjectNode filing) {
        String decision = Api.post(Callers.enterprise(Codes.NINGHAI), "/api/v1/declarations", filing)
                .statusCode(201)
                .extract()
                .path("lines[0].decision.id");
        return Api.get(Callers.of(Roles.AUDITOR), "/api/v1/decisions/" + decision + "/facts")
                .statusCode(200);
    }
}
