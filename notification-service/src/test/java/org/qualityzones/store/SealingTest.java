package org.qualityzones.subscription;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void shouldRefuseToStartWithoutASealingKeyAndSayHowToMakeOne() {
        assertThatThrownBy(() -> new Secrets(Optional::empty, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QZ_SEALING_KEY")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void shouldRefuseAKeyOfAnotherLength() {
        assertThatThrownBy(() -> new Secrets(() -> Optional.of("c2hvcnQ="), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32");
    }
}
