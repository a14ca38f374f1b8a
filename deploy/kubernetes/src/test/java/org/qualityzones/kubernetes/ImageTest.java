package org.qualityzones.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ImageTest {

    private final List<String> lines =
            Tools.read("deploy/kubernetes/images/Dockerfile").lines().toList();

    @Test
    void shouldBuildOnABaseOfOneVersion() {
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).matches("FROM [a-z/-]+:25[a-z0-9._-]*").doesNotContain("latest"));
    }

    @Test
    void shouldRunAsTheUserOfTheManifests() {
        assertThat(lines).contains("USER 10001:10001");
        assertThat(Tools.read("deploy/kubernetes/base/service/deployment.yaml")).contains("runAsUser: 10001");
    }

    /** The process that gets SIGTERM is the service, not a shell. */
    @Test
    void shouldStartTheServiceItself() {
        assertThat(lines)
                .filteredOn(line -> line.startsWith("ENTRYPOINT "))
                .singleElement()
                .satisfies(line -> assertThat(line).matches("ENTRYPOINT \\[\"java\", .*\"-jar\", .*]"));
        assertThat(lines).noneMatch(line -> line.startsWith("CMD") || line.startsWith("ADD"));
    }

    @Test
    void shouldHaveNoSecretAndNoSourceInIt() {
        assertThat(lines)
                .noneMatch(Pattern.compile("(?i)^(ARG|ENV) .*(password|secret|token|key)")
                        .asPredicate());
        assertThat(lines).filteredOn(line -> line.startsWith("COPY ")).allMatch(line -> line.contains("quarkus-app/"));
    }
}
