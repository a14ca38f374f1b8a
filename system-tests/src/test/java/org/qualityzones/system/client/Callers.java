package org.qualityzones.system.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.qualityzones.system.suite.SuiteUnderTest;

/** The demo clients of the suite, with tokens by the client-credentials grant at the real Keycloak. */
public final class Callers {

    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final int SERVER_ERROR = 500;

    private final SuiteUnderTest suite;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    public Callers(SuiteUnderTest suite) {
        this.suite = suite;
    }

    private record Grant(String token, long expiresAt) {

        boolean holds() {
            return System.nanoTime() < expiresAt;
        }
    }

    /** A caller through the gateway in a role of {@code stack.env}, such as {@code BUREAU_2}. */
    public Client as(String role) {
        return as(role, suite.gateway());
    }

    /** The same caller at another address. */
    public Client as(String role, String base) {
        return new Client(base, () -> token(role));
    }

    /** A caller through the gateway with credentials of its own. */
    public Client as(SuiteUnderTest.Credentials credentials) {
        return new Client(suite.gateway(), () -> grants.compute(
                        credentials.id(),
                        (key, known) ->
                                known != null && known.holds() ? known : grant(credentials.id(), credentials.secret()))
                .token());
    }

    public Client anonymous() {
        return Client.anonymous(suite.gateway());
    }

    /** An access token of the role that still holds for a while. */
    public String token(String role) {
        return grants.compute(
                        role,
                        (key, known) -> known != null && known.holds()
                                ? known
                                : grant(suite.env("CLIENT_" + role + "_ID"), suite.env("CLIENT_" + role + "_SECRET")))
                .token();
    }

    private Grant grant(String clientId, String secret) {
        Answer answer = token(suite.env("REALM"), clientId, secret);
        long lifetime = answer.json().path("expires_in").asLong();
        Duration use = Duration.ofSeconds(lifetime).minus(MARGIN);
        return new Grant(answer.text("/access_token"), System.nanoTime() + use.toNanos());
    }

    /** The token endpoint's answer to any client of any realm; as no connection while Keycloak cannot answer. */
    Answer token(String realm, String clientId, String secret) {
        Answer answer = Client.anonymous(suite.env("KEYCLOAK_URL"))
                .form(
                        "/realms/" + realm + "/protocol/openid-connect/token",
                        "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret="
                                + encoded(secret));
        if (answer.status() >= SERVER_ERROR) {
            throw new UncheckedIOException(new IOException("No token: " + answer));
        }
        return answer.expect(200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
