package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Landscape.class)
@TestProfile(IdentityProviderDownTest.NoIdentityProvider.class)
class IdentityProviderDownTest extends GatewayTestBase {

    /** Port 1 is never listened on. */
    public static final class NoIdentityProvider implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/qualityzones");
        }
    }

    @Test
    void shouldStartAndServeWhatNeedsNoToken() {
        assertThat(server.accepting()).isTrue();
        assertThat(client.get("/public/v1/zones").status()).isEqualTo(200);
    }

    @Test
    void shouldNotBlameTheTokenWhenItCannotBeVerified() {
        Client.Answer answer = client.get("/api/v1/zones", bearer());
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers("Retry-After")).containsExactly("5");
    }

    @Test
    void shouldShowThatSignInIsInterrupted() {
        assertThat(client.get("/status")
                        .json()
                        .getJsonArray("functions")
                        .getJsonObject(0)
                        .getString("state"))
                .isEqualTo("INTERRUPTED");
    }
}
