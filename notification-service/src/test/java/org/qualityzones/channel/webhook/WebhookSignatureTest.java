package org.qualityzones.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String EXPECTED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void shouldSignThePublishedExampleOfStandardWebhooks() {
        assertThat(WebhookSignature.header("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY, List.of(SECRET)))
                .isEqualTo(EXPECTED);
    }

    @Test
    void shouldSignWithEverySecretInForceDuringARotation() {
        byte[] newer = new byte[32];

        String header =
                WebhookSignature.header("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY, List.of(newer, SECRET));

        assertThat(header.split(" ")).hasSize(2).endsWith(EXPECTED);
    }
}
