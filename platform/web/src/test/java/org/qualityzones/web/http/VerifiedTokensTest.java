package org.qualityzones.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

/** Good tokens are remembered until they expire, bad ones never. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class VerifiedTokensTest {

    private static final String WHO = "/api/v1/samples/who";

    @Inject
    VerifiedTokens tokens;

    @Test
    void shouldRememberAGoodTokenOnceAndABadOneNever() {
        String token = Tokens.of(Roles.BUREAU).build();
        int before = tokens.remembered();

        Api.get(token, WHO).statusCode(200);
        Api.get(token, WHO).statusCode(200);
        Api.get(Tokens.of(Roles.BUREAU).expired(), WHO).statusCode(401);

        assertThat(tokens.remembered()).isEqualTo(before + 1);
    }

    @Test
    void shouldForgetATokenWhenItExpires() {
        String token = Tokens.of(Roles.BUREAU)
                .claim("exp", Instant.now().getEpochSecond() + 3)
                .build();
        Api.get(token, WHO).statusCode(200);

        await().until(() -> Api.as(token).get(WHO).statusCode() == 401);
    }
}
