package org.qualityzones.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestTest {

    private static final String BAD = "deploy/kubernetes/src/test/resources/bad";

    static Stream<Arguments> overlaysAndRules() {
        return Rendering.OVERLAYS.stream()
                .flatMap(overlay -> Rule.all().stream().map(rule -> Arguments.of(overlay, rule.name())));
    }

    static Stream<String> rules() {
        return Rule.all().stream().map(Rule::name);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("overlaysAndRules")
    void shouldKeepEveryRule(String overlay, String rule) {
        assertThat(named(rule).violations(Rendering.of(overlay))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldCatchABadManifest(String rule) throws IOException {
        Rendering production = Rendering.of("production");
        JsonNode spoiling = Rendering.YAML.readTree(Tools.read(BAD + "/" + rule + ".yaml"));

        assertThat(named(rule).violations(production.with(spoiling))).isNotEmpty();
    }

    @Test
    void shouldHaveABadManifestForEachRuleAndNoOther() throws IOException {
        Set<String> bad;
        try (Stream<Path> files = Files.list(Tools.ROOT.resolve(BAD))) {
            bad = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(bad).containsExactlyElementsOf(rules().sorted().toList());
    }

    private static Rule named(String name) {
        return Rule.all().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
