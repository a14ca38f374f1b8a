package org.qualityzones.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.TestConfig;

class ConfigCheckTest {

    @Test
    void shouldTakeTheDefaults() {
        GatewayConfig config = TestConfig.with("pool.size", "256");
        assertThat(ConfigCheck.violations(config)).isEmpty();
        assertThat(config.limits().body().asLongValue()).isEqualTo(1_048_576);
        assertThat(config.limits().importBody().asLongValue()).isEqualTo(1_073_741_824);
        assertThat(config.rateLimit().quota() / config.rateLimit().window().toSeconds())
                .isGreaterThanOrEqualTo(2000);
        assertThat(config.tokenCache().maxAge()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "public-url, ftp://localhost",
        "public-url, http://localhost/path",
        "upstreams.zone, http://127.0.0.1:8081/api",
        "upstreams.zone, http://user:secret@127.0.0.1:8081",
        "upstreams.inspection, localhost:8083",
        "upstreams.enterprise-management, http://127.0.0.1:8082",
        "timeouts.response, 0s",
        "timeouts.connect, 0s",
        "token-cache.max-age, 11m",
        "token-cache.max-age, 0s",
        "limits.import-body, 1K",
        "rate-limit.quota, 0",
        "rate-limit.window, 500ms",
        "rate-limit.window, 1500ms",
        "cors.origins, *",
        "cors.origins, null",
        "cors.origins, https://portal.example.org/path",
        "pool.size, 0"
    })
    void shouldRefuseByName(String property, String value) {
        assertThat(ConfigCheck.violations(TestConfig.with(property, value)))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).startsWith("qz.gateway." + property + " "));
    }
}
