package org.qualityzones.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Realms and clients made at the real Keycloak, to get tokens that are really signed and yet wrong. */
public final class Realms {

    private static final String SECRET = "known-to-this-test-only";
    private static final String ROLE = "bureau";
    private static final String ROLES_MAPPER = """
            {'name': 'roles', 'protocol': 'openid-connect', 'protocolMapper': 'oidc-usermodel-realm-role-mapper',
             'config': {'claim.name': 'realm_access.roles', 'jsonType.label': 'String', 'multivalued': 'true',
                        'access.token.claim': 'true'}}""";
    private static final String AUDIENCE_MAPPER = """
            {'name': 'audience', 'protocol': 'openid-connect', 'protocolMapper': 'oidc-audience-mapper',
             'config': {'included.custom.audience': 'qualityzones', 'access.token.claim': 'true'}}""";

    private final SuiteUnderTest suite;
    private final Callers callers;

    public Realms(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    /** A token of our realm and a right role, for no audience of ours. */
    public String tokenForAnotherAudience(String clientId) {
        ObjectNode client = client(clientId, ROLES_MAPPER);
        client.putArray("defaultClientScopes");
        create(client);
        return token(suite.env("REALM"), clientId);
    }

    /** A token of our realm that is right in all but that it lives for a second. */
    public String tokenOfOneSecond(String clientId) {
        ObjectNode client = client(clientId, "");
        client.putObject("attributes").put("access.token.lifespan", "1");
        create(client);
        return token(suite.env("REALM"), clientId);
    }

    /** A token with our audience and a right role, of another realm of the same Keycloak. */
    public String tokenOfAnotherRealm(String realm) {
        ObjectNode body = Json.object("""
                {'realm': '%s', 'enabled': true, 'roles': {'realm': [{'name': '%s'}]},
                 'users': [{'username': 'service-account-visitor', 'enabled': true,
                            'serviceAccountClientId': 'visitor', 'realmRoles': ['%s']}]}""".formatted(realm, ROLE, ROLE));
        body.putArray("clients").add(client("visitor", ROLES_MAPPER + "," + AUDIENCE_MAPPER));
        admin().post("/admin/realms", body).expect(201);
        return token(realm, "visitor");
    }

    /** The public keys of our realm (RFC 7517). */
    public JsonNode keys() {
        return Client.anonymous(suite.env("KEYCLOAK_URL"))
                .get("/realms/" + suite.env("REALM") + "/protocol/openid-connect/certs")
                .expect(200)
                .json()
                .path("keys");
    }

    private static ObjectNode client(String clientId, String mappers) {
        return Json.object("""
                {'clientId': '%s', 'secret': '%s', 'enabled': true, 'protocol': 'openid-connect',
                 'publicClient': false, 'standardFlowEnabled': false, 'serviceAccountsEnabled': true,
                 'fullScopeAllowed': true, 'protocolMappers': [%s]}""".formatted(clientId, SECRET, mappers));
    }

    private void create(ObjectNode client) {
        Client admin = admin();
        String realm = "/admin/realms/" + suite.env("REALM");
        String location = admin.post(realm + "/clients", client).expect(201).header("Location");
        JsonNode account =
                admin.get(location + "/service-account-user").expect(200).json();
        JsonNode role = admin.get(realm + "/roles/" + ROLE).expect(200).json();
        admin.post(realm + "/users/" + account.path("id").asText() + "/role-mappings/realm", Json.array(role))
                .expect(204);
    }

    private String token(String realm, String clientId) {
        return callers.token(realm, clientId, SECRET).text("/access_token");
    }

    private Client admin() {
        String base = suite.env("KEYCLOAK_URL");
        String token = Client.anonymous(base)
                .form(
                        "/realms/master/protocol/openid-connect/token",
                        "grant_type=password&client_id=admin-cli&username=" + suite.env("KEYCLOAK_ADMIN_USERNAME")
                                + "&password=" + suite.env("KEYCLOAK_ADMIN_PASSWORD"))
                .expect(200)
                .text("/access_token");
        return new Client(base, () -> token);
    }
}
