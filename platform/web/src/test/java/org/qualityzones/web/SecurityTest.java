package org.qualityzones.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;

/** Only good tokens get in, only named roles get on, and nothing is open by oversight. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class SecurityTest {

    private static final String WHO = "/api/v1/samples/who";

    @Test
    void shouldAskForATokenWhenThereIsNone() {
        ProblemsTest.isProblem(Api.anonymous().get(WHO).then(), 401, "unauthenticated")
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    static Stream<Named<String>> badTokens() {
        return Stream.of(
                Named.of("expired", bureau().expired()),
                Named.of("wrong audience", bureau().forAudience("account")),
                Named.of("other realm", bureau().ofOtherRealm()),
                Named.of("key of another realm", bureau().signedByStranger()),
                Named.of("alg none", bureau().unsigned()),
                Named.of("HS256 with the public key", bureau().macWithPublicKey()),
                Named.of("no token at all", "nonsense"));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void shouldRefuseABadToken(String token) {
        ProblemsTest.isProblem(Api.get(token, WHO), 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("invalid_token"));
    }

    @Test
    void shouldRefuseARoleThatIsNotNamed() {
        ProblemsTest.isProblem(Api.get(bureau().build(), "/api/v1/samples/authority"), 403, "forbidden");
        ProblemsTest.isProblem(Api.get(Tokens.of(Roles.OPERATOR).build(), WHO), 403, "forbidden");
        ProblemsTest.isProblem(Api.get(Tokens.of().build(), WHO), 403, "forbidden");
    }

    @Test
    void shouldDenyAnEndpointThatSaysNothing() {
        ProblemsTest.isProblem(Api.anonymous().get("/api/v1/forgotten").then(), 401, "unauthenticated");
        ProblemsTest.isProblem(Api.get(bureau().build(), "/api/v1/forgotten"), 403, "forbidden");
    }

    @Test
    void shouldCheckTheRoleBeforeTheBody() {
        ProblemsTest.isProblem(
                Api.as(Tokens.of(Roles.OPERATOR).build())
                        .contentType(ContentType.JSON)
                        .body("{nonsense")
                        .post("/api/v1/samples/echo")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void shouldLetAnyoneReadWhatIsPublic() {
        Api.anonymous().get("/api/v1/samples/public").then().statusCode(200).body("subject", equalTo("anonymous"));
        Api.get(bureau().build(), "/api/v1/samples/public").statusCode(200).body("subject", equalTo("officer-1"));
    }

    @Test
    void shouldKnowTheCallerAndItsRows() {
        Api.get(bureau().build(), WHO)
                .statusCode(200)
                .body("subject", equalTo("officer-1"))
                .body("client", equalTo("client-bureau"))
                .body("areas", contains("3302", "3303"))
                .body("covers", equalTo(true))
                .body("virtual", equalTo(true));
        Api.get(Tokens.of(Roles.BUREAU).areas("3301").build(), WHO).body("covers", equalTo(false));
        Api.get(Tokens.of(Roles.AUTHORITY).build(), WHO).body("covers", equalTo(true));
        Api.get(Tokens.of(Roles.ENTERPRISE).claim("uscc", "91350100M000100Y43").build(), WHO)
                .body("usccs", contains("91350100M000100Y43"))
                .body("covers", equalTo(false));
    }

    private static Tokens bureau() {
        return Tokens.of(Roles.BUREAU).areas("3302", "3303").bureau("ningbo").subject("officer-1");
    }
}
