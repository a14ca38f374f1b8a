package org.qualityzones.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String EXPECTED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void shouldSignThePublishedExampleOfStandardWebhooks() {
        assertThat(WebhookSignature.header(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY, List.of(SECRET), Optional.empty()))
                .isEqualTo(EXPECTED);
    }

    @Test
    void shouldSignWithEverySecretInForceDuringARotation() {
        byte[] newer = new byte[32];

        String header = WebhookSignature.header(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY, List.of(newer, SECRET), Optional.empty());

        assertThat(header.split(" ")).hasSize(2).endsWith(EXPECTED);
    }

    @Test
    void shouldAddASignatureThatThePublicKeyVerifies() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        String header = WebhookSignature.header(
                "msg_1",
                1614265330,
                BODY,
                List.of(SECRET),
                Optional.of(pair.getPrivate().getEncoded()));

        String[] signatures = header.split(" ");
        assertThat(signatures).hasSize(2);
        assertThat(signatures[1]).startsWith("v1a,");
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(pair.getPublic());
        check.update("msg_1.1614265330.".getBytes(StandardCharsets.UTF_8));
        check.update(BODY);
        assertThat(check.verify(Base64.getDecoder().decode(signatures[1].substring(4))))
                .isTrue();
    }
}
