package org.qualityzones.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationsPagesTest {

    private static final Pattern OPERATION = Pattern.compile("(?:GET|POST|PUT) (/api/v1/[a-z0-9/{}-]+)");
    private static final Pattern PATH = Pattern.compile("(?m)^  (/api/v1/\\S+):$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    /** An operation of a runbook that the API does not have costs the minutes that count. */
    @Test
    void shouldNameOperationsThatExist() throws IOException {
        Set<String> served = new TreeSet<>();
        for (String service : List.of("zone", "enterprise", "inspection", "notification")) {
            PATH.matcher(Tools.read(service + "-service/openapi.yaml"))
                    .results()
                    .map(path -> path.group(1).replace("/v1/" + service + "/", "/v1/{service}/"))
                    .forEach(served::add);
        }
        for (Path page : pages()) {
            assertThat(OPERATION.matcher(Files.readString(page)).results().map(operation -> operation.group(1)))
                    .as(page.toString())
                    .allMatch(served::contains);
        }
    }

    @Test
    void shouldLinkToFilesThatExist() throws IOException {
        for (Path page : pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                assertThat(page.resolveSibling(link.group(1)))
                        .as(page.toString())
                        .exists();
            }
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Stream.concat(
                Files.walk(Tools.ROOT.resolve("docs/operations")),
                Stream.of(
                        Tools.ROOT.resolve("deploy/kubernetes/README.md"),
                        Tools.ROOT.resolve("deploy/observability/README.md")))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }
}
