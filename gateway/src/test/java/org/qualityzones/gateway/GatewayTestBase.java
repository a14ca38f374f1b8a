package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.qualityzones.gateway.server.GatewayServer;

/** What tests of the running gateway share. */
abstract class GatewayTestBase {

    @Inject
    GatewayServer server;

    Client client;

    @BeforeEach
    void connect() {
        client = new Client(server.port());
    }

    static String bearer() {
        return bearer(TestToken.good());
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    static void assertProblem(Client.Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.json().getInteger("status")).isEqualTo(status);
        assertThat(answer.json().getString("type")).isEqualTo("http://localhost:8080/problems/" + slug);
        assertThat(answer.json().getString("title")).isNotBlank();
        assertThat(answer.json().getString("detail")).isNotBlank();
        assertThat(answer.headers("X-Request-Id")).containsExactly(answer.json().getString("requestId"));
    }
}
