package org.qualityzones.web.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretSealTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final byte[] SECRET = {1, 2, 3};

    private final SecretSeal seal = SecretSeal.ofBase64(KEY);

    @Test
    void shouldOpenWhatWasSealedForTheSameContext() {
        assertThat(seal.open(seal.seal(SECRET, "seed/2026-11-21"), "seed/2026-11-21"))
                .isEqualTo(SECRET);
    }

    @Test
    void shouldNotSealTheSameSecretToTheSameBytesTwice() {
        assertThat(seal.seal(SECRET, "a")).isNotEqualTo(seal.seal(SECRET, "a"));
    }

    @Test
    void shouldRefuseAnotherContextAnotherKeyAndAChangedByte() {
        byte[] sealed = seal.seal(SECRET, "a");
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        byte[] changed = sealed.clone();
        changed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open(sealed, "b")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SecretSeal.ofBase64(Base64.getEncoder().encodeToString(otherKey))
                        .open(sealed, "a"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(changed, "a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(new byte[3], "a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldSayHowToMakeAKeyWhenTheGivenOneIsNotOne() {
        assertThatThrownBy(() -> SecretSeal.ofBase64("short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> SecretSeal.ofBase64("%%%")).hasMessageContaining("openssl rand -base64 32");
    }
}
