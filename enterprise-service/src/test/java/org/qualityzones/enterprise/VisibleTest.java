package org.qualityzones.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTest {
    private final Visible zhejiang = new Visible(false, List.of("3301", "3303"), List.of());

    @Test
    void shouldLookBelowTheNarrowerOfBothPrefixes() {
        assertThat(zhejiang.within("330304")).containsExactly("330304");
        assertThat(zhejiang.within("33")).containsExactly("3301", "3303");
        assertThat(zhejiang.within(null)).containsExactly("3301", "3303");
    }

    @Test
    void shouldSeeNothingInAnotherArea() {
        assertThat(zhejiang.within("3302")).isEmpty();
    }

    @Test
    void shouldLookEverywhereForWhoSeesAll() {
        assertThat(new Visible(true, List.of(), List.of()).within(null)).containsExactly("");
    }
}
