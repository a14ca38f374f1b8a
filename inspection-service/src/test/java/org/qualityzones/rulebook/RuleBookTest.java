package org.qualityzones.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.web.CanonicalJson;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class RuleBookTest {

    private final String anyone = Callers.of(Roles.INTEGRATOR);

    @Test
    void shouldGiveTheDocumentThatTheDigestNames() throws Exception {
        ValidatableResponse listed = Api.get(anyone, "/api/v1/rule-sets")
                .statusCode(200)
                .body("items.version", hasItem("2026.1"))
                .body("items[0].document", nullValue());
        JsonNode found = new ObjectMapper()
                .readTree(Api.get(anyone, "/api/v1/rule-sets/2026.1")
                        .statusCode(200)
                        .extract()
                        .asString());

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(found.path("document")));
        assertThat(found.path("digest").asText())
                .isEqualTo("sha-256:" + HexFormat.of().formatHex(hash))
                .isEqualTo(listed.extract().path("items[0].digest"));
        assertThat(found.path("document").path("version").asText()).isEqualTo("2026.1");
        Api.get(anyone, "/api/v1/rule-sets/1999.1").statusCode(404);
    }

    @Test
    void shouldNameTheRulesThatCiteAnInstrument() {
        Api.get(anyone, "/api/v1/citations/AQSIQ Order 1 of 2001")
                .statusCode(200)
                .body("citedBy.id", hasItem("hold-banned"))
                .body("citedBy.ruleSet", everyItem(is("2026.1")))
                .body("citedBy.citation.instrument", everyItem(is("AQSIQ Order 1 of 2001")));
        Api.get(anyone, "/api/v1/citations/configuration")
                .body("citedBy.findAll { it.kind == 'PARAMETER' }.id", hasItem("shareCredit"));
        Api.get(anyone, "/api/v1/citations/no such order").statusCode(404);
    }
}
