package org.qualityzones.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "110000, 110101, true",
        "110000, 120101, false",
        "330200, 330226, true",
        "330200, 330326, false",
        "330226, 330226, true",
        "330226, 330200, false",
        "3302, 330226, true",
        "33, 330226, true"
    })
    void shouldTakeTrailingZerosAsEverythingBelow(String area, String place, boolean inside) {
        assertThat(AreaPrefix.contains(area, place)).isEqualTo(inside);
    }
}
