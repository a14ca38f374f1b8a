package org.qualityzones.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Golden;
import org.qualityzones.testing.WithServers;

/** What the other services hear: the whole public state, every version once, nobody's contacts. */
@QuarkusTest
@WithServers("enterprise")
class EventsTest {

    @BeforeEach
    void empty() {
        Database.truncate();
    }

    @Test
    void shouldTellTheWholePublicStateAndNoContacts() {
        Scene.registerNinghai();
        TopicReader.Told told = TopicReader.of("qz.enterprise").last(NINGHAI, 1);
        assertThat(told.type()).isEqualTo("org.qualityzones.enterprise.registered.v1");
        assertThat(told.json()).doesNotContain("contacts", "王小明", "wang@example.com", "0000 0000");
        Golden.assertMatches("enterprise-registered", told.json(), "id", "validFrom", "recordedAt");
    }

    @Test
    void shouldTellEveryVersionOnceInOrder() {
        Scene.registerNinghai();
        String path = Scene.path(NINGHAI);
        Api.put(Scene.bureau(), path, 1, Map.of("name", Map.of("zh", "新名"), "areaCode", "330226", "address", "a"))
                .statusCode(200);
        Api.transition(Scene.bureau(), path, 2, Map.of("action", "suspend", "reason", "returned"))
                .statusCode(200);
        Scene.put(Scene.bureau(), path + "/agents/" + Scene.AGENT, Map.of("from", "2026-11-21"))
                .statusCode(201);
        TopicReader reader = TopicReader.of("qz.enterprise");
        TopicReader.Told last = reader.last(NINGHAI, 4);
        assertThat(reader.typesOf(NINGHAI))
                .isEqualTo(List.of(
                        "org.qualityzones.enterprise.registered.v1",
                        "org.qualityzones.enterprise.amended.v1",
                        "org.qualityzones.enterprise.status-changed.v1",
                        "org.qualityzones.enterprise.amended.v1"));
        assertThat(last.json()).contains("\"agentUscc\":\"" + Scene.AGENT + "\"", "\"fields\":[\"agents\"]");
    }

    @Test
    void shouldTellNothingWhereTheChangeIsRefused() {
        Scene.registerNinghai();
        long before = Database.number("select count(*) from outbox");
        Api.transition(Scene.bureau(), Scene.path(NINGHAI), 1, Map.of("action", "reinstate"))
                .statusCode(409);
        Api.transition(Scene.bureau(), Scene.path(NINGHAI), 9, Map.of("action", "suspend", "reason", "late"))
                .statusCode(412);
        assertThat(Database.number("select count(*) from outbox")).isEqualTo(before);
    }
}
