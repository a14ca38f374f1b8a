package org.qualityzones.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qualityzones.trial.Outsider.header;
import static org.qualityzones.trial.Outsider.token;
import static org.qualityzones.trial.Outsider.verifies;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Exemptions;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.TestClock;

@QuarkusTest
@WithServers("inspection")
class KeyRotationTest {

    @Inject
    TestClock clock;

    @Inject
    Signer signer;

    @BeforeEach
    void knowTheProducer() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
    }

    @AfterEach
    void backToNow() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldKeepOldKeysPublished() throws Exception {
        String before = token(Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9608")));
        String oldKey = header(before).path("kid").asText();
        Database.execute("update signing_key set active_from = active_from - interval '364 days'");
        signer.rotate();
        assertThat(Api.anonymous()
                        .get("/.well-known/jwks.json")
                        .then()
                        .extract()
                        .<Integer>path("keys.size()"))
                .isEqualTo(2);
        String ahead = token(Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9609")));
        assertThat(header(ahead).path("kid").asText()).isEqualTo(oldKey);

        clock.moveTo(Duration.ofDays(1).plusMinutes(1));
        String after = token(Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9610")));

        assertThat(header(after).path("kid").asText()).isNotEqualTo(oldKey);
        assertThat(verifies(before)).isTrue();
        assertThat(verifies(after)).isTrue();
    }
}
