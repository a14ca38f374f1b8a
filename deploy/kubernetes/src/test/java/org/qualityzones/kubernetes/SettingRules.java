package org.qualityzones.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings and secrets: known, complete, by reference. */
final class SettingRules {

    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|CREDENTIAL|JAAS|_KEY)($|_.*)");
    private static final Pattern EXTERNAL = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([a-z., -]+) \\|");

    static final List<Rule> RULES = List.of(
            new Rule(
                    "settings-known",
                    rendering -> rendering.workloads().flatMap(workload -> Rendering.containers(workload).stream()
                            .flatMap(container -> unknown(rendering, workload, container)))),
            new Rule(
                    "framework-settings-known",
                    rendering -> rendering.workloads().flatMap(workload -> Rendering.containers(workload).stream()
                            .flatMap(container -> unknownToTheFramework(rendering, workload, container)))),
            new Rule(
                    "required-settings",
                    rendering -> rendering.workloads().flatMap(workload -> missing(rendering, workload))),
            new Rule("no-exceptions-for-webhooks", rendering -> rendering
                    .workloads()
                    .filter(workload -> Rendering.containers(workload).stream()
                            .anyMatch(container ->
                                    rendering.environment(container).containsKey("QZ_WEBHOOK_ALLOW")))
                    .map(workload -> Rendering.id(workload) + " lets webhooks into the cluster")),
            new Rule(
                    "secrets-by-reference",
                    rendering -> Stream.concat(
                            rendering.workloads().flatMap(workload -> Rendering.containers(workload).stream()
                                    .flatMap(container -> plainSecrets(rendering, workload, container))),
                            rendering.all("Secret").map(secret -> Rendering.id(secret) + " is in the tree"))),
            new Rule("references-exist", SettingRules::references),
            new Rule(
                    "owner-migrates-only",
                    rendering -> rendering.workloads().flatMap(workload -> ownersPassword(rendering, workload))));

    private SettingRules() {}

    private static Stream<String> unknown(Rendering rendering, JsonNode workload, JsonNode container) {
        Set<String> known = Documented.variables();
        return rendering.environment(container).keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> Rendering.id(workload) + " sets " + name + ", which nothing reads");
    }

    /** What is not ours is of Quarkus or of Kafka's clients, whatever tables say. */
    private static Stream<String> unknownToTheFramework(Rendering rendering, JsonNode workload, JsonNode container) {
        return rendering.environment(container).keySet().stream()
                .filter(name -> !name.startsWith("QZ_"))
                .filter(name -> !FrameworkSettings.reads(name))
                .map(name -> Rendering.id(workload) + " sets " + name + ", which neither Quarkus nor Kafka reads");
    }

    private static Stream<String> missing(Rendering rendering, JsonNode workload) {
        Set<String> given = new TreeSet<>();
        Rendering.containers(workload)
                .forEach(container ->
                        given.addAll(rendering.environment(container).keySet()));
        return Documented.requiredBy(Rendering.name(workload)).stream()
                .filter(name -> !given.contains(name))
                .map(name -> Rendering.id(workload) + " lacks " + name);
    }

    private static Stream<String> plainSecrets(Rendering rendering, JsonNode workload, JsonNode container) {
        return rendering.environment(container).entrySet().stream()
                .filter(variable -> SECRET.matcher(variable.getKey()).matches())
                .filter(variable -> !variable.getValue().startsWith("secret:"))
                .map(variable -> Rendering.id(workload) + " has " + variable.getKey() + " in the open");
    }

    /** ConfigMaps are of the rendering; Secrets are of the table in docs/operations/install.md, with these keys. */
    private static Stream<String> references(Rendering rendering) {
        Map<String, List<String>> secrets = new TreeMap<>();
        EXTERNAL.matcher(Tools.read("docs/operations/install.md"))
                .results()
                .forEach(row ->
                        secrets.put(row.group(1), List.of(row.group(2).strip().split(", "))));
        return rendering.workloads().flatMap(workload -> {
            Stream<String> maps = Rendering.containers(workload).stream()
                    .flatMap(container -> Rendering.each(container.path("envFrom")))
                    .map(source -> source.at("/configMapRef/name").asText())
                    .filter(name -> rendering.one("ConfigMap", name).isMissingNode())
                    .map(name -> Rendering.id(workload) + " asks for ConfigMap " + name);
            Stream<String> variables = Rendering.containers(workload).stream()
                    .flatMap(container -> rendering.environment(container).values().stream())
                    .filter(value -> value.startsWith("secret:"))
                    .map(value -> value.substring("secret:".length()));
            Stream<String> volumes = Rendering.each(Rendering.pod(workload).path("volumes"))
                    .filter(volume -> volume.has("secret"))
                    .flatMap(volume -> Rendering.each(volume.at("/secret/items"))
                            .map(item -> volume.at("/secret/secretName").asText() + "/"
                                    + item.path("key").asText()));
            Stream<String> unknown = Stream.concat(variables, volumes)
                    .filter(reference -> {
                        String[] parts = reference.split("/");
                        return !secrets.getOrDefault(parts[0], List.of()).contains(parts[1]);
                    })
                    .map(reference -> Rendering.id(workload) + " asks for Secret " + reference
                            + ", which docs/operations/install.md does not have made");
            return Stream.concat(maps, unknown);
        });
    }

    /** The owner's password is in the container that migrates and ends, and in no other. */
    private static Stream<String> ownersPassword(Rendering rendering, JsonNode workload) {
        if (Rendering.pod(workload).path("initContainers").isEmpty()) {
            return Stream.empty();
        }
        Map<String, String> migrates =
                rendering.environment(Rendering.pod(workload).at("/initContainers/0"));
        Map<String, String> runs = rendering.environment(Rendering.pod(workload).at("/containers/0"));
        boolean right = "true".equals(migrates.get("QUARKUS_FLYWAY_MIGRATE_AT_START"))
                && "true".equals(migrates.get("QUARKUS_INIT_AND_EXIT"))
                && migrates.getOrDefault("QUARKUS_FLYWAY_PASSWORD", "").contains("-db-owner/")
                && "false".equals(runs.get("QUARKUS_FLYWAY_MIGRATE_AT_START"))
                && runs.values().stream().noneMatch(value -> value.contains("-db-owner/"))
                && Rendering.pod(workload)
                        .at("/initContainers/0/image")
                        .equals(Rendering.pod(workload).at("/containers/0/image"));
        return right ? Stream.empty() : Stream.of(Rendering.id(workload) + " runs as the owner of its database");
    }
}
