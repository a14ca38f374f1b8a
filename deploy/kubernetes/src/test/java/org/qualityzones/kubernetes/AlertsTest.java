package org.qualityzones.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertsTest {

    private static final String RULES = "deploy/observability/alerts.yaml";
    private static final String OBJECTIVES = "deploy/observability/objectives.yaml";
    private static final String TESTS = "deploy/observability/tests";
    private static final String RUNBOOKS = "docs/operations/runbooks";
    private static final Pattern METRIC = Pattern.compile("\\b(qz(?:_[a-z]+)+)\\b");
    private static final Pattern METER = Pattern.compile("\"(qz(?:\\.[a-z]+)+)\"");
    private static final Pattern SUFFIX = Pattern.compile("_(seconds(_count|_bucket|_sum)?|total)$");

    static Stream<String> alerts() {
        return alertRules().map(rule -> rule.path("alert").asText());
    }

    private static Stream<JsonNode> alertRules() {
        return Rendering.each(Rendering.documents(Tools.read(RULES)).getFirst().path("groups"))
                .flatMap(group -> Rendering.each(group.path("rules")));
    }

    @Test
    void shouldBeReadByPrometheus() {
        Tools.require("promtool");
        Tools.Answer answer = Tools.run("promtool", "check", "rules", RULES, OBJECTIVES);
        assertThat(answer.status()).as(answer.output()).isZero();
    }

    @Test
    void shouldFireAndStaySilentWhenTheyOughtTo() {
        Tools.require("promtool");
        List<String> command = Stream.concat(
                        Stream.of("promtool", "test", "rules"), files(TESTS).map(name -> TESTS + "/" + name))
                .toList();
        Tools.Answer answer = Tools.run(command.toArray(String[]::new));
        assertThat(answer.status()).as(answer.output()).isZero();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldBeTestedBothWays(String alert) {
        String tests = files(TESTS).map(name -> Tools.read(TESTS + "/" + name)).collect(Collectors.joining());
        assertThat(tests)
                .as("a moment when it fires")
                .containsPattern("alertname: " + alert + "\\s+exp_alerts:\\s+- exp_labels:");
        assertThat(tests)
                .as("a moment when it does not")
                .containsPattern("alertname: " + alert + "\\s+exp_alerts: \\[]");
    }

    @Test
    void shouldHaveARunbookEachAndNoRunbookMore() {
        Set<String> books =
                files(RUNBOOKS).map(name -> name.replace(".md", "")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(books).containsExactlyElementsOf(alerts().sorted().toList());
        assertThat(alertRules())
                .allSatisfy(rule -> assertThat(rule.at("/annotations/runbook").asText())
                        .isEqualTo(RUNBOOKS + "/" + rule.path("alert").asText() + ".md"));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldSayInTheRunbookWhatItMeansHowToLookAndWhatToDo(String alert) {
        assertThat(Tools.read(RUNBOOKS + "/" + alert + ".md"))
                .startsWith("# " + alert + "\n")
                .contains("## Meaning", "## Look", "## Do", "## Over when");
    }

    @Test
    void shouldWakeSomebodyOrWaitForTheMorning() {
        assertThat(alertRules())
                .allSatisfy(
                        rule -> assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket"));
    }

    /** An expression over a figure that nobody makes is silent for ever. */
    @Test
    void shouldReadFiguresThatTheServicesMake() {
        Set<String> made = new TreeSet<>();
        for (String module : List.of("platform/messaging", "inspection-service", "notification-service", "gateway")) {
            sources(module).forEach(source -> METER.matcher(source)
                    .results()
                    .forEach(meter -> made.add(meter.group(1).replace('.', '_'))));
        }
        assertThat(METRIC.matcher(Tools.read(RULES) + Tools.read(OBJECTIVES)).results())
                .map(metric -> SUFFIX.matcher(metric.group(1)).replaceFirst(""))
                .isNotEmpty()
                .allMatch(made::contains);
    }

    private static Stream<String> files(String folder) {
        try (Stream<Path> files = Files.list(Tools.ROOT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sources(String module) {
        try (Stream<Path> files = Files.walk(Tools.ROOT.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> Tools.read(Tools.ROOT.relativize(file).toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
