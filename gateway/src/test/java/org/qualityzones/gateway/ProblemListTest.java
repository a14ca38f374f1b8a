package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code pages/problems.json} and {@code docs/errors.md} are generated from the sources of all modules; this generates
 * them again and compares. {@code -Dupdate-snapshots} writes them.
 */
class ProblemListTest {

    private static final Pattern CONSTANT = Pattern.compile(
            "^\\s+[A-Z][A-Z0-9_]*\\(\\s*\"([a-z0-9-]+)\",\\s*([1-5][0-9]{2}),\\s*\"([^\"]+)\"", Pattern.MULTILINE);

    private final Path root = Path.of(System.getProperty("qz.root", ".."));
    private final Map<String, JsonObject> problems = new TreeMap<>();
    private final Properties platform = new Properties();

    @BeforeEach
    void collectFromTheSources() throws IOException {
        platform.putAll(chineseOf(root.resolve("platform/web/src/main")));
        for (String module : List.of(
                "platform/web",
                "platform/messaging",
                "zone-service",
                "enterprise-service",
                "inspection-service",
                "notification-service")) {
            collect(module);
        }
        for (GatewayProblem problem : GatewayProblem.values()) {
            add(
                    problem.slug(),
                    problem.status(),
                    Texts.of(Language.EN, "title." + problem.slug()),
                    Texts.of(Language.ZH, "title." + problem.slug()),
                    "gateway");
        }
    }

    @Test
    void shouldListEveryProblemTypeForTheReferencePages() throws IOException {
        assertCurrent("gateway/src/main/resources/pages/problems.json", list());
    }

    @Test
    void shouldDocumentEveryProblemType() throws IOException {
        assertCurrent("docs/errors.md", ErrorsPage.of(problems.values()));
    }

    private void assertCurrent(String path, String generated) throws IOException {
        Path file = root.resolve(path);
        if (System.getProperty("update-snapshots") != null) {
            Files.writeString(file, generated);
        }
        assertThat(Files.readString(file))
                .as("%s is out of date: mvn -pl gateway test -Dtest=ProblemListTest -Dupdate-snapshots", path)
                .isEqualTo(generated);
    }

    private String list() {
        StringBuilder lines = new StringBuilder("[\n");
        problems.values()
                .forEach(problem -> lines.append("  ").append(problem.encode()).append(",\n"));
        return lines.replace(lines.length() - 2, lines.length(), "\n]\n").toString();
    }

    private void collect(String module) throws IOException {
        Path sources = root.resolve(module).resolve("src/main");
        if (!Files.isDirectory(sources)) {
            return;
        }
        Properties chinese = chineseOf(sources);
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                collect(Files.readString(file), chinese, module.replace("platform/", ""));
            }
        }
    }

    /** The titles of a module; those of the platform's own bundle hold for all. */
    private Properties chineseOf(Path sources) throws IOException {
        Properties chinese = new Properties(platform);
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.endsWith("problems_zh.properties"))
                    .toList()) {
                chinese.load(new StringReader(Files.readString(file)));
            }
        }
        return chinese;
    }

    private void collect(String source, Properties chinese, String module) {
        if (!source.contains("implements ProblemType")) {
            return;
        }
        Matcher constant = CONSTANT.matcher(source);
        while (constant.find()) {
            String slug = constant.group(1);
            add(
                    slug,
                    Integer.parseInt(constant.group(2)),
                    constant.group(3),
                    chinese.getProperty(slug + ".title"),
                    module);
        }
    }

    private void add(String slug, int status, String title, String titleZh, String module) {
        JsonObject problem = problems.computeIfAbsent(slug, unseen -> new JsonObject()
                .put("slug", slug)
                .put("status", status)
                .put("title", title)
                .put("answeredBy", new JsonArray()));
        assertThat(problem.getInteger("status")).as("one status for %s", slug).isEqualTo(status);
        if (titleZh != null && !problem.containsKey("titleZh")) {
            problem.put("titleZh", titleZh);
        }
        JsonArray answeredBy = problem.getJsonArray("answeredBy");
        if (!answeredBy.contains(module)) {
            answeredBy.add(module);
        }
    }
}
