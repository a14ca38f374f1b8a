package org.qualityzones.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldSortKeysByUtf16AndEscapeAsRfc8785Says() throws Exception {
        String json =
                "{\"\\u20ac\":\"Euro\",\"\\r\":\"CR\",\"\\ufb33\":\"Dalet\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Smile\","
                        + "\"\\u0080\":\"Control\\u007f\",\"\\u00f6\":\"o\",\"s\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}";
        assertThat(new String(CanonicalJson.bytes(JSON.readTree(json)), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"\\r\":\"CR\",\"1\":\"One\",\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",\"\u0080\":\"Control\u007f\","
                                + "\"ö\":\"o\",\"€\":\"Euro\",\"😀\":\"Smile\",\"\ufb33\":\"Dalet\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e2", "9007199254740992", "92233720368547758080"})
    void shouldRefuseNumbersThatAreNotExactIntegers(String json) {
        assertThatThrownBy(() -> CanonicalJson.bytes(JSON.readTree(json))).isInstanceOf(IllegalArgumentException.class);
    }
}
