package org.qualityzones.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qualityzones.servers.Servers;

class RealmTest {

    private static final Path REALM = Layout.of(Servers.home(), Map.of()).realm();

    @Test
    void shouldHaveTheRoleOfEveryDemoClient() throws IOException {
        List<String> roles =
                HttpJson.MAPPER.readTree(REALM.toFile()).at("/roles/realm").findValuesAsText("name");
        assertThat(roles)
                .containsAll(
                        Arrays.stream(DemoClient.values()).map(DemoClient::role).toList());
    }

    @Test
    void shouldCommitNoSecret() throws IOException {
        assertThat(Files.readString(REALM)).doesNotContain("\"secret\"", "\"credentials\"", "\"password\"");
    }

    @Test
    void shouldLetAdministratorsAloneEditTheRows() throws IOException {
        JsonNode profile = HttpJson.MAPPER.readTree(HttpJson.MAPPER
                .readTree(REALM.toFile())
                .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                .asText());
        for (JsonNode attribute : profile.get("attributes")) {
            if (List.of("uscc", "areas", "bureau")
                    .contains(attribute.get("name").asText())) {
                assertThat(attribute.at("/permissions/edit").toString()).isEqualTo("[\"admin\"]");
                assertThat(attribute.get("multivalued").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void shouldAcceptOneSignatureAlgorithmAndPkceOnly() throws IOException {
        JsonNode realm = HttpJson.MAPPER.readTree(REALM.toFile());
        assertThat(realm.get("defaultSignatureAlgorithm").asText()).isEqualTo("RS256");
        JsonNode web = realm.get("clients").get(0);
        assertThat(web.get("publicClient").asBoolean()).isTrue();
        assertThat(web.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
    }
}
