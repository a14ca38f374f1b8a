package org.qualityzones.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final Path ROOT = Path.of("/checkout");

    @Test
    void shouldWriteBelowTheCheckout() {
        assertThat(Layout.of(ROOT, Map.of()).stackEnv()).isEqualTo(Path.of("/checkout/.local/stack.env"));
        assertThat(Layout.of(ROOT, Map.of("QZ_LOCAL", "")).local()).isEqualTo(Path.of("/checkout/.local"));
    }

    @Test
    void shouldWriteBelowTheFolderThatTheEnvironmentNames() {
        Layout layout = Layout.of(ROOT, Map.of("QZ_LOCAL", "/elsewhere"));
        assertThat(layout.site(Component.ZONE).log()).isEqualTo(Path.of("/elsewhere/log/zone.log"));
        assertThat(layout.jar(Component.ZONE)).startsWithRaw(ROOT);
        assertThat(Layout.of(ROOT, Map.of("QZ_LOCAL", "target/suite")).local())
                .isEqualTo(Path.of("/checkout/target/suite"));
    }
}
