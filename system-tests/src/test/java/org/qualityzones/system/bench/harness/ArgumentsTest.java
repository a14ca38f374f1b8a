package org.qualityzones.system.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void optionsOverrideTheProfileInAnyOrder() {
        Arguments arguments = parse("--repeats 3 declare --profile full --seconds 7 lag --seed 42 --jfr");

        assertThat(arguments.names()).containsExactly("declare", "lag");
        assertThat(arguments.effort().full()).isTrue();
        assertThat(arguments.effort().repeats()).isEqualTo(3);
        assertThat(arguments.effort().span()).isEqualTo(Duration.ofSeconds(7));
        assertThat(arguments.seed()).isEqualTo(42);
        assertThat(arguments.jfr()).isTrue();
    }

    @Test
    void theReportedCommandMeasuresTheSameAgain() {
        Arguments arguments = parse("lag --profile quick");

        Arguments again = parse(arguments.command("lag").substring("./run bench ".length()));

        assertThat(again).isEqualTo(arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--profile slow",
                "--repeats 0",
                "--repeats 101",
                "--seconds 601",
                "--seconds x",
                "--seed",
                "--fast"
            })
    void whatIsNotUnderstoodIsRefused(String words) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments parse(String words) {
        return Arguments.parse(List.of(words.split(" ")));
    }
}
