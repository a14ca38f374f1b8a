package org.qualityzones.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.qualityzones.local.HttpJson.Answer;

/** The realm of the stack, through Keycloak's administration and token endpoints. */
final class Keycloak {

    private static final String FINGERPRINT = "qz.fingerprint";

    private final HttpJson http = new HttpJson();
    private final StackEnv env;
    private final String base;
    private final String realm;

    Keycloak(StackEnv env) {
        this.env = env;
        this.base = env.get("KEYCLOAK_URL");
        this.realm = base + "/admin/realms/" + env.get("REALM");
    }

    /** An access token by the client-credentials grant. */
    String token(String clientId, String secret) {
        return accessToken(
                base + "/realms/" + env.get("REALM"),
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /** Makes the demo clients that are missing or differ, and gives the people without a password one. */
    void ensureDemo(List<String> people) {
        String admin = adminToken();
        Map<String, String> present = fingerprints(admin);
        for (DemoClient client : DemoClient.values()) {
            ensure(admin, client.clientId(), env.clientSecret(client), client.role(), client.rows(), present);
        }
        for (String person : people) {
            ensurePassword(admin, person);
        }
    }

    /** Makes one more client. */
    void createClient(String clientId, String secret, String role, Rows rows) {
        ensure(adminToken(), clientId, secret, role, rows, Map.of());
    }

    private void ensure(
            String admin, String clientId, String secret, String role, Rows rows, Map<String, String> present) {
        String wanted = fingerprint(secret, role, rows);
        if (wanted.equals(present.get(clientId))) {
            return;
        }
        Map<String, Object> client = new HashMap<>(Map.of(
                "clientId", clientId,
                "secret", secret,
                "enabled", true,
                "protocol", "openid-connect",
                "publicClient", false,
                "standardFlowEnabled", false,
                "directAccessGrantsEnabled", false,
                "serviceAccountsEnabled", true,
                "fullScopeAllowed", true));
        Answer created = http.send("POST", realm + "/clients", admin, client);
        if (created.status() != 409) {
            created.orFail("Creating the client " + clientId);
        }
        String url = realm + "/clients/" + idOf(admin, clientId);
        giveRows(admin, url, role, rows);
        client.put("attributes", Map.of(FINGERPRINT, wanted));
        http.send("PUT", url, admin, client).orFail("Completing the client " + clientId);
    }

    private void giveRows(String admin, String clientUrl, String role, Rows rows) {
        ObjectNode user = (ObjectNode) http.send("GET", clientUrl + "/service-account-user", admin, null)
                .orFail("Reading a service account")
                .body();
        user.set("attributes", HttpJson.MAPPER.valueToTree(rows.attributes()));
        String userUrl = realm + "/users/" + user.get("id").asText();
        http.send("PUT", userUrl, admin, user).orFail("Giving rows to a client");
        JsonNode realmRole = http.send("GET", realm + "/roles/" + role, admin, null)
                .orFail("Reading the role " + role)
                .body();
        http.send("POST", userUrl + "/role-mappings/realm", admin, List.of(realmRole))
                .orFail("Giving the role " + role);
    }

    private void ensurePassword(String admin, String username) {
        JsonNode users = http.send("GET", realm + "/users?exact=true&username=" + username, admin, null)
                .orFail("Looking for " + username)
                .body();
        if (users.isEmpty()) {
            throw new LocalException("The realm has no person " + username + "; ./run reset makes it anew");
        }
        String url = realm + "/users/" + users.get(0).get("id").asText();
        if (http.send("GET", url + "/credentials", admin, null)
                .orFail("Reading credentials")
                .body()
                .isEmpty()) {
            Map<String, Object> password =
                    Map.of("type", "password", "temporary", false, "value", env.get(StackEnv.personKey(username)));
            http.send("PUT", url + "/reset-password", admin, password).orFail("Giving a password to " + username);
        }
    }

    private Map<String, String> fingerprints(String admin) {
        Map<String, String> found = new HashMap<>();
        http.send("GET", realm + "/clients?max=1000", admin, null)
                .orFail("Listing the clients")
                .body()
                .forEach(client -> found.put(
                        client.get("clientId").asText(),
                        client.path("attributes").path(FINGERPRINT).asText()));
        return found;
    }

    private String idOf(String admin, String clientId) {
        return http.send("GET", realm + "/clients?clientId=" + clientId, admin, null)
                .orFail("Looking for the client " + clientId)
                .body()
                .get(0)
                .get("id")
                .asText();
    }

    private String adminToken() {
        return accessToken(
                base + "/realms/master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        env.get("KEYCLOAK_ADMIN_USERNAME"),
                        "password",
                        env.get("KEYCLOAK_ADMIN_PASSWORD")));
    }

    private String accessToken(String issuer, Map<String, String> form) {
        return http.form(issuer + "/protocol/openid-connect/token", form)
                .orFail("Asking for a token")
                .body()
                .get("access_token")
                .asText();
    }

    private static String fingerprint(String secret, String role, Rows rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((secret + role + rows).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
