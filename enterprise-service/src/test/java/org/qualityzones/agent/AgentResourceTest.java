package org.qualityzones.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.qualityzones.enterprise.Scene.AGENT;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.enterprise.Scene;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("enterprise")
class AgentResourceTest {
    private static final String AGENTS = Scene.path(NINGHAI) + "/agents";
    private static final String PATH = AGENTS + "/" + AGENT;

    private final String own = Scene.enterprise(NINGHAI);

    @BeforeEach
    void register() {
        Database.truncate();
        Scene.registerNinghai();
    }

    @Test
    void shouldListAnAgentAndRaiseTheVersionOfTheEnterprise() {
        Scene.put(own, PATH, Map.of("from", "2026-11-21"))
                .statusCode(201)
                .header("Location", PATH)
                .header("ETag", "\"1\"")
                .body("until", nullValue());
        Api.get(own, PATH).statusCode(200).header("ETag", "\"1\"").body("from", equalTo("2026-11-21"));
        Api.get(own, AGENTS).statusCode(200).body("items.agentUscc", contains(AGENT));
        assertThat(Scene.version(NINGHAI)).isEqualTo(2);
    }

    @Test
    void shouldGiveAnotherTermOnlyToTheVersionThatWasRead() {
        Scene.put(own, PATH, Map.of("from", "2026-11-21")).statusCode(201);
        Map<String, String> term = Map.of("from", "2026-11-21", "until", "2027-11-20");
        Scene.put(own, PATH, term).statusCode(428);
        Api.put(own, PATH, 2, term).statusCode(412);
        Api.put(own, PATH, 1, term).statusCode(200).header("ETag", "\"2\"").body("until", equalTo("2027-11-20"));
    }

    @Test
    void shouldStrikeAnAgentOff() {
        Scene.put(own, PATH, Map.of("from", "2026-11-21")).statusCode(201);
        Api.as(own).delete(PATH).then().statusCode(428);
        Api.as(own).header("If-Match", "\"1\"").delete(PATH).then().statusCode(204);
        Api.get(own, PATH).statusCode(404);
        Api.get(own, AGENTS).body("items", hasSize(0));
    }

    @Test
    void shouldRefuseACodeOrATermThatCannotBe() {
        Scene.put(own, AGENTS + "/91350200M000000510", Map.of("from", "2026-11-21"))
                .statusCode(400)
                .body("errors[0].parameter", equalTo("agentUscc"))
                .body("errors[0].code", equalTo("uscc-check-digit"));
        Scene.put(own, PATH, Map.of("from", "2026-11-21", "until", "2026-11-20"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/until"));
        Scene.put(own, PATH, Map.of()).statusCode(400).body("errors[0].pointer", equalTo("/from"));
    }

    @Test
    void shouldShowTheEnterpriseToItsAgentOnlyWhileTheTermRuns() {
        String agent = Tokens.of(Roles.FILING_AGENT).uscc(AGENT).build();
        Api.get(agent, Scene.path(NINGHAI)).statusCode(404);
        Scene.put(own, PATH, Map.of("from", "2020-01-01", "until", "2020-12-31"))
                .statusCode(201);
        Api.get(agent, Scene.path(NINGHAI)).statusCode(404);
        Api.put(own, PATH, 1, Map.of("from", "2020-01-01")).statusCode(200);
        Api.get(agent, Scene.path(NINGHAI)).statusCode(200);
        Api.get(agent, Scene.ENTERPRISES).statusCode(200).body("items.uscc", contains(NINGHAI));
        Api.get(agent, Scene.path(NINGHAI) + "/dossier").statusCode(404);
        Scene.put(agent, AGENTS + "/" + Scene.YUNHE, Map.of("from", "2026-11-21"))
                .statusCode(403);
    }
}
