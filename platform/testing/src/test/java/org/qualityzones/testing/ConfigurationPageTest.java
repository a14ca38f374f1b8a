package org.qualityzones.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Path ROOT = Path.of(System.getProperty("qz.root", "../.."));

    @Test
    void shouldDocumentEveryKeyAsTheSourcesReadIt() throws IOException {
        Snapshots.assertSame(ROOT.resolve("docs/configuration.md"), ConfigurationPage.of(ROOT));
    }

    @Test
    void shouldFindNoKeyWithoutASentence() throws IOException {
        assertThat(ConfigurationPage.of(ROOT).lines().filter(line -> line.startsWith("| `qz.")))
                .isNotEmpty()
                .noneMatch(line -> line.endsWith("|  |"));
    }

    @Test
    void shouldReadGroupsDefaultsAndOptionalKeys() throws IOException {
        List<ConfigMappings.Mapping> mappings =
                ConfigMappings.of(ROOT.resolve("platform/testing/src/test/resources/sources"));
        assertThat(mappings).singleElement().satisfies(mapping -> {
            assertThat(mapping.prefix()).isEqualTo("qz.sample");
            assertThat(mapping.about()).isEqualTo("A sample – of `code`.");
            assertThat(mapping.keys())
                    .extracting(ConfigMappings.Key::name)
                    .containsExactly("qz.sample.max-age", "qz.sample.limits.of-class4", "qz.sample.other");
            assertThat(mapping.keys().getFirst().value()).contains("5s");
            assertThat(mapping.keys().getLast().value()).isEmpty();
        });
    }
}
