package org.qualityzones.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/** Writes while as many events wait for the broker as may. */
@QuarkusTest
@TestProfile(BacklogTest.LimitOfOne.class)
@WithServers("zone")
class BacklogTest {

    /** Longer than the pause between two counts of the outbox. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String MOULDS = ZoneResourceTest.NINGHAI.replace("ninghai-stationery", "ninghai-moulds");

    /** One event fills the outbox, which is left to the relays of other instances. */
    public static final class LimitOfOne implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("qz.messaging.relay.backlog-limit", "1", "qz.messaging.relay.enabled", "false");
        }
    }

    @BeforeEach
    void emptyDatabase() {
        Database.truncate();
    }

    @Test
    void shouldRefuseWritesAtTheLimitAndTakeThemWhenTheRelayHasCaughtUp() {
        Api.post(Callers.ninghai(), "/api/v1/zones", ZoneResourceTest.NINGHAI).statusCode(201);
        await("the outbox is counted as full").atMost(PATIENCE).until(() -> statusOfATrial() == 503);
        long before = written();
        String key = Api.newKey();

        Api.post(Callers.ninghai(), key, "/api/v1/zones", MOULDS)
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("type", endsWith("/unavailable"))
                .body("status", equalTo(503))
                .body("detail", equalTo("Too many events wait to be published"));

        assertThat(written()).isEqualTo(before);
        Api.get(Callers.ninghai(), "/api/v1/zones/ninghai-moulds").statusCode(404);
        Api.get(Callers.ninghai(), "/api/v1/zones/ninghai-stationery").statusCode(200);

        Database.execute("update outbox set sent_at = now()");
        await("the outbox is counted as empty").atMost(PATIENCE).until(() -> statusOfATrial() != 503);

        Api.post(Callers.ninghai(), key, "/api/v1/zones", MOULDS).statusCode(201);
    }

    /** Leaves nothing behind, whatever the answer. */
    private static int statusOfATrial() {
        return Api.post(Callers.ninghai(), "/api/v1/zones?dryRun=true", MOULDS)
                .extract()
                .statusCode();
    }

    private static long written() {
        return Stream.of("zone", "zone_heading", "outbox", "audit_entry", "idempotency")
                .mapToLong(table -> Database.number("select count(*) from " + table))
                .sum();
    }
}
