package org.qualityzones.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealingTest {

    @Test
    void shouldRefuseToStartWithoutASealingKeyAndSayHowToMakeOne() {
        assertThatThrownBy(() -> new Sealing().seal(Optional::empty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QZ_SEALING_KEY")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void shouldRefuseAKeyOfAnotherLength() {
        assertThatThrownBy(() -> new Sealing().seal(() -> Optional.of("c2hvcnQ=")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32");
    }
}
