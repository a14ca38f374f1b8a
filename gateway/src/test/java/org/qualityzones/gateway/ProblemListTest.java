package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code pages/problems.json} is generated from the sources of all modules; this generates it again and compares. */
class ProblemListTest {

    private static final Pattern CONSTANT = Pattern.compile(
            "^\\s+[A-Z][A-Z0-9_]*\\(\\s*\"([a-z0-9-]+)\",\\s*([1-5][0-9]{2}),\\s*\"([^\"]+)\"", Pattern.MULTILINE);

    private final Path root = Path.of(System.getProperty("qz.root", ".."));
    private final Path list = root.resolve("gateway/src/main/resources/pages/problems.json");
    private final Map<String, JsonObject> problems = new TreeMap<>();

    @Test
    void shouldListEveryProblemTypeOfTheSources() throws IOException {
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
        String generated = generated();
        if (Boolean.getBoolean("update-snapshots")) {
            Files.writeString(list, generated);
        }
        assertThat(Files.readString(list))
                .as(
                        "out of date: mvn -pl gateway test -Dtest=ProblemListTest -Dtest.jvm.options=-Dupdate-snapshots=true")
                .isEqualTo(generated);
    }

    private String generated() {
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
        Properties chinese = new Properties();
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                if (file.getFileName().toString().equals("problems_zh.properties")) {
                    chinese.load(Files.newBufferedReader(file));
                }
            }
            for (Path file : all) {
                if (file.toString().endsWith(".java")) {
                    collect(Files.readString(file), chinese, module.replace("platform/", ""));
                }
            }
        }
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
