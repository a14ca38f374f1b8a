package org.qualityzones.web.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.web.Problem;

/** Files of JSON lines are read line by line, wherever the lines end. */
class JsonLinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldLeaveOutBlankLines() throws IOException {
        assertThat(texts("\n  \n\"a\"\r\n\n\"b\"\n \t\n")).containsExactly("a", "b");
        assertThat(texts("")).isEmpty();
        assertThat(texts("\n")).isEmpty();
    }

    @Test
    void shouldReadALastLineWithoutEnd() throws IOException {
        assertThat(texts("\"a\"\n\"b\"")).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldReadLinesOfAnyLength(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            written.add("中x".repeat(random.nextInt(i % 20 == 0 ? 9_000 : 300)));
        }
        String file = written.stream().map(text -> '"' + text + '"').collect(Collectors.joining("\n"));
        assertThat(texts(file)).isEqualTo(written);
    }

    @Test
    void shouldRefuseALineThatIsTooLongAndReadTheNext() throws IOException {
        String longest = "a".repeat(JsonLines.LONGEST - 2);
        String file =
                '"' + longest + "\"\n\"" + longest + "b\"\n\"" + "c".repeat(3 * JsonLines.LONGEST) + "\"\n\"d\"\n";
        try (JsonLines lines = lines(file)) {
            assertThat(lines.next().textValue()).isEqualTo(longest);
            assertThatThrownBy(lines::next).isInstanceOf(Problem.class).hasMessageContaining("longer than");
            assertThatThrownBy(lines::next).isInstanceOf(Problem.class).hasMessageContaining("longer than");
            assertThat(lines.next().textValue()).isEqualTo("d");
            assertThat(lines.hasNext()).isFalse();
        }
    }

    private static List<String> texts(String file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (JsonLines lines = lines(file)) {
            while (lines.hasNext()) {
                texts.add(lines.next().textValue());
            }
        }
        return texts;
    }

    private static JsonLines lines(String file) throws IOException {
        return new JsonLines(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), JSON);
    }
}
