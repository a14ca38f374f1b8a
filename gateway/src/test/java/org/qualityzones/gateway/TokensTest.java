package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.qualityzones.gateway.TestToken.token;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Landscape.class)
class TokensTest extends GatewayTestBase {

    private static final String PATH = "/api/v1/zones";

    @Test
    void shouldPassAGoodTokenOnToTheServiceEachTime() {
        String good = TestToken.good();
        for (int i = 0; i < 3; i++) {
            Client.Answer answer = client.get(PATH, bearer(good));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().getJsonObject("headers").getJsonArray("authorization"))
                    .isEqualTo(new JsonArray().add("Bearer " + good));
        }
    }

    @Test
    void shouldTakeTheSchemeInAnyCase() {
        assertThat(client.get(PATH, "authorization: bearer " + TestToken.good()).status())
                .isEqualTo(200);
    }

    static Stream<Arguments> badTokens() {
        Instant now = Instant.now();
        return Stream.of(
                arguments("other key", token().signedBySomebodyElse()),
                arguments("unknown key id", token().header("kid", "two").signedBySomebodyElse()),
                arguments("wrong audience", token().claim("aud", "account").signed()),
                arguments("no audience", token().without("aud").signed()),
                arguments(
                        "other realm",
                        token().claim("iss", "http://127.0.0.1:1/realms/other").signed()),
                arguments("no issuer", token().without("iss").signed()),
                arguments("no expiry", token().without("exp").signed()),
                arguments(
                        "not yet valid",
                        token().claim("nbf", now.plusSeconds(600).getEpochSecond())
                                .signed()),
                arguments("alg none", token().unsigned("none")),
                arguments("alg None", token().unsigned("None")),
                arguments("no signature", token().unsigned("RS256")),
                arguments("HS256 with the public key", token().signedWithPublicKeyAsSecret()),
                arguments("RS512", token().signedWith("RS512", "SHA512withRSA")),
                arguments("identity token", token().claim("typ", "ID").signed()),
                arguments("refresh token", token().claim("typ", "Refresh").signed()),
                arguments(
                        "own key in the header",
                        token().header("jwk", new JsonObject().put("kty", "oct").put("k", "AA"))
                                .signedBySomebodyElse()),
                arguments(
                        "key by url",
                        token().header("jku", "http://127.0.0.1:1/certs")
                                .header("kid", "../../x")
                                .signedBySomebodyElse()),
                arguments("changed claims", tampered()),
                arguments("opaque", "2YotnFZFEjr1zCsicMWpAA"),
                arguments("three dots", "..."),
                arguments("two parts", "a.b"),
                arguments("not JSON", "YQ.YQ.YQ"),
                arguments("not an object", encoded("[]") + "." + encoded("1") + ".YQ"),
                arguments("empty objects", encoded("{}") + "." + encoded("{}") + ".YQ"),
                arguments(
                        "no claims",
                        encoded("{\"alg\":\"RS256\",\"kid\":\"one\"}") + "." + encoded("{\"a\":1}") + ".YQ"),
                arguments("no algorithm", encoded("{\"kid\":\"one\"}") + "." + encoded("{\"a\":1}") + ".YQ"),
                arguments(
                        "numbers as claims",
                        token().claim("iss", 1)
                                .claim("aud", 2)
                                .claim("exp", "x")
                                .signed()));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String tampered() {
        String[] parts = TestToken.good().split("\\.");
        String other = token().claim("sub", "somebody-else").signed().split("\\.")[1];
        return parts[0] + "." + other + "." + parts[2];
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void shouldRefuseABadToken(String name, String bad) {
        Client.Answer answer = client.get(PATH, bearer(bad));
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate").orElseThrow())
                .as(name)
                .startsWith("Bearer realm=\"qualityzones\", error=\"invalid_token\", error_description=\"");
    }

    @Test
    void shouldSayThatATokenHasExpired() {
        String expired =
                token().claim("iat", 1_700_000_000).claim("exp", 1_700_000_300).signed();
        Client.Answer answer = client.get(PATH, bearer(expired), "Accept-Language: zh-CN");
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.json().getString("detail")).isEqualTo("访问令牌已过期");
        assertThat(answer.header("WWW-Authenticate").orElseThrow()).contains("The access token has expired");
    }

    @Test
    void shouldChallengeAClientWithoutAToken() {
        Client.Answer answer = client.get(PATH);
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers("WWW-Authenticate")).containsExactly("Bearer realm=\"qualityzones\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer", "Bearer a b", "Bearer a,b", "Bearer \"x\""})
    void shouldRefuseAnotherSchemeOrNoToken(String value) {
        assertProblem(client.get(PATH, "Authorization: " + value), 401, "unauthenticated");
    }

    @Test
    void shouldRefuseTwoAuthorizationHeaders() {
        assertProblem(client.get(PATH, bearer(), bearer()), 401, "unauthenticated");
    }

    @Test
    void shouldLetOpenPathsBeReadWithoutAToken() {
        assertThat(client.get("/public/v1/zones").status()).isEqualTo(200);
        assertThat(client.get("/docs").status()).isEqualTo(200);
    }

    @Test
    void shouldCountClientsByTheTokensClientId() {
        Client.Answer first =
                client.get(PATH, bearer(token().claim("azp", "counted").signed()));
        Client.Answer second =
                client.get(PATH, bearer(token().claim("azp", "counted").signed()));
        assertThat(first.headers("RateLimit-Policy")).containsExactly("\"client\";q=5000;w=2");
        assertThat(first.header("RateLimit").orElseThrow()).matches("\"client\";r=4999;t=1");
        assertThat(second.header("RateLimit").orElseThrow()).matches("\"client\";r=499[89];t=1");
    }
}
