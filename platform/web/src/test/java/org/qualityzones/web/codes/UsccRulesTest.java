package org.qualityzones.web.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A unified social credit code must pass both its own check and that of the organisation code inside. */
class UsccRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110105771583283D", "52440111MJK9980480"})
    void shouldTakeRegisteredCodes(String code) {
        assertThat(UsccRules.violation(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y44, uscc-check-digit",
        "91350200M000000510, uscc-check-digit",
        "123456789012345678, uscc-organization-check-digit",
        "91350100M000100Y4, uscc",
        "91350100m000100y43, uscc",
        "9135010OM000100Y43, uscc",
        "91350100M000100Y4I, uscc",
        "'', uscc",
    })
    void shouldNameTheFirstThingWrong(String code, String violation) {
        assertThat(UsccRules.violation(code)).isEqualTo(Optional.of(violation));
    }

    @Test
    void shouldAgreeWithTheCollectedVectors() throws IOException {
        Path vectors = Path.of(System.getProperty("qz.root", "."), "..", "shared", "data", "uscc", "vectors.csv");
        assumeTrue(Files.exists(vectors), "no vectors beside the checkout");
        SoftAssertions softly = new SoftAssertions();
        Files.readAllLines(vectors).stream()
                .skip(1)
                .map(line -> line.split(",", 6))
                .forEach(row -> {
                    boolean valid = Boolean.parseBoolean(row[1]) && Boolean.parseBoolean(row[4]);
                    softly.assertThat(UsccRules.violation(row[0]).isEmpty())
                            .as(row[0])
                            .isEqualTo(valid);
                });
        softly.assertAll();
    }
}
