package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Landscape.class)
class CorsTest extends GatewayTestBase {

    private static final String LISTED = "Origin: https://portal.example.org";

    @Test
    void shouldAnswerThePreflightOfAListedOriginWithoutAToken() {
        Client.Answer answer =
                client.send("OPTIONS", "/api/v1/zones", "", LISTED, "Access-Control-Request-Method: POST");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly("https://portal.example.org");
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow()).contains("Idempotency-Key", "If-Match");
        assertThat(answer.headers("Access-Control-Max-Age")).containsExactly("600");
        assertThat(answer.headers("Access-Control-Allow-Credentials")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://portal.example.org.evil.example",
                "http://portal.example.org",
                "null",
                "*"
            })
    void shouldRefuseThePreflightOfAnyOtherOrigin(String origin) {
        Client.Answer answer =
                client.send("OPTIONS", "/api/v1/zones", "", "Origin: " + origin, "Access-Control-Request-Method: POST");
        assertProblem(answer, 403, "forbidden-origin");
        assertThat(answer.headers("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void shouldLetAListedOriginReadAnswersAndProblems() {
        Client.Answer answer = client.get("/api/v1/zones", LISTED);
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly("https://portal.example.org");
        assertThat(answer.header("Access-Control-Expose-Headers").orElseThrow()).contains("ETag", "RateLimit");
        assertThat(answer.headers("Vary")).containsExactly("Origin");
        assertThat(client.get("/public/v1/zones", "Origin: https://evil.example")
                        .headers("Access-Control-Allow-Origin"))
                .isEmpty();
    }
}
