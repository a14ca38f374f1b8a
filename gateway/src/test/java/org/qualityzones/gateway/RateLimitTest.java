package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qualityzones.gateway.TestToken.token;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Landscape.class)
@TestProfile(RateLimitTest.FivePerHour.class)
class RateLimitTest extends GatewayTestBase {

    /** A quota that a test can use up; nothing comes back while it runs. */
    public static final class FivePerHour implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qz.gateway.rate-limit.quota", "5",
                    "qz.gateway.rate-limit.window", "3600s",
                    "qz.gateway.rate-limit.trusted-proxies", "127.0.0.1");
        }
    }

    private static String from(String address) {
        return "X-Forwarded-For: 198.51.100.99, " + address;
    }

    @Test
    void shouldRefuseAClientThatHasUsedUpItsQuotaAndNobodyElse() {
        String[] greedy = {bearer(token().claim("azp", "greedy").signed()), from("192.0.2.1")};
        for (int left = 4; left >= 0; left--) {
            Client.Answer answer = client.get("/api/v1/zones", greedy);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers("RateLimit-Policy")).containsExactly("\"client\";q=5;w=3600");
            assertThat(answer.header("RateLimit").orElseThrow()).startsWith("\"client\";r=" + left + ";t=");
        }
        Client.Answer refused = client.get("/api/v1/zones", greedy);
        assertProblem(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(700, 720);
        assertThat(refused.header("RateLimit").orElseThrow()).startsWith("\"client\";r=0;t=");
        String other = bearer(token().claim("azp", "modest").signed());
        assertThat(client.get("/api/v1/zones", other, from("192.0.2.1")).status())
                .isEqualTo(200);
    }

    @Test
    void shouldChargeOpenRequestsToTheAddressWhateverElseTheClientClaims() {
        for (int i = 0; i < 5; i++) {
            assertThat(client.get("/public/v1/zones", "X-Forwarded-For: 10.0.0." + i + ", 192.0.2.2")
                            .status())
                    .isEqualTo(200);
        }
        assertProblem(client.get("/public/v1/zones", "X-Forwarded-For: 10.0.0.9, 192.0.2.2"), 429, "too-many-requests");
    }

    @Test
    void shouldChargeBadTokensToTheAddress() {
        for (int i = 0; i < 5; i++) {
            String bad = bearer(token().claim("sub", "p" + i).signedBySomebodyElse());
            assertProblem(client.get("/api/v1/zones", bad, from("192.0.2.3")), 401, "unauthenticated");
        }
        String bad = bearer(token().signedBySomebodyElse());
        assertProblem(client.get("/api/v1/zones", bad, from("192.0.2.3")), 429, "too-many-requests");
    }
}
