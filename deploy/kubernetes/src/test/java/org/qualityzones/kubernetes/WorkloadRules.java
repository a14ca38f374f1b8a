package org.qualityzones.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What holds of every Deployment and every container. */
final class WorkloadRules {

    private static final Map<String, String> PROBES = Map.of(
            "startupProbe", "/q/health/started",
            "livenessProbe", "/q/health/live",
            "readinessProbe", "/q/health/ready");
    private static final Set<String> RESTRICTED_VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final int SPARE_SECONDS = 10;

    static final List<Rule> RULES = List.of(
            containers("image-pinned", WorkloadRules::imagePinned),
            containers("resources-bounded", WorkloadRules::resourcesBounded),
            containers("pod-security-restricted", WorkloadRules::restricted),
            containers("read-only-root", WorkloadRules::readOnlyRoot),
            workloads("no-token", WorkloadRules::noToken),
            workloads(
                    "no-service-links",
                    workload -> require(
                            workload,
                            Rendering.pod(workload).path("enableServiceLinks").isBoolean()
                                    && !Rendering.pod(workload)
                                            .path("enableServiceLinks")
                                            .asBoolean(),
                            "takes variables from the names of Services")),
            workloads("probes", WorkloadRules::probes),
            workloads("drain", WorkloadRules::drain),
            workloads("rollout", WorkloadRules::rollout),
            workloads("topology-spread", WorkloadRules::spread),
            new Rule("disruption-budget", rendering -> rendering
                    .workloads()
                    .filter(workload -> budgets(rendering, workload) != 1)
                    .map(workload ->
                            Rendering.id(workload) + " has not exactly one PodDisruptionBudget that allows one")),
            new Rule("service-account", rendering -> rendering
                    .workloads()
                    .filter(workload -> rendering
                            .one(
                                    "ServiceAccount",
                                    Rendering.pod(workload)
                                            .path("serviceAccountName")
                                            .asText())
                            .path("automountServiceAccountToken")
                            .asBoolean(true))
                    .map(workload -> Rendering.id(workload) + " has no account of its own without a token")));

    private WorkloadRules() {}

    private static Rule workloads(String name, Function<JsonNode, Stream<String>> check) {
        return new Rule(name, rendering -> rendering.workloads().flatMap(check));
    }

    private static Rule containers(String name, BiFunction<JsonNode, JsonNode, Stream<String>> check) {
        return new Rule(
                name, rendering -> rendering.workloads().flatMap(workload -> Rendering.containers(workload).stream()
                        .flatMap(container -> check.apply(workload, container)
                                .map(text -> Rendering.id(workload) + ", container "
                                        + container.path("name").asText() + ": " + text))));
    }

    private static Stream<String> require(JsonNode resource, boolean holds, String otherwise) {
        return holds ? Stream.empty() : Stream.of(Rendering.id(resource) + " " + otherwise);
    }

    private static Stream<String> wrong(boolean wrong, String text) {
        return wrong ? Stream.of(text) : Stream.empty();
    }

    private static Stream<String> imagePinned(JsonNode workload, JsonNode container) {
        String image = container.path("image").asText();
        String name = image.substring(image.lastIndexOf('/') + 1);
        boolean pinned = image.contains("@sha256:") || name.contains(":") && !name.endsWith(":latest");
        return wrong(!pinned, "the image " + image + " may change under its name");
    }

    private static Stream<String> resourcesBounded(JsonNode workload, JsonNode container) {
        return Stream.of("requests", "limits").flatMap(side -> Stream.of("cpu", "memory", "ephemeral-storage")
                .filter(what -> !container.at("/resources/" + side).has(what))
                .map(what -> "no " + side + " of " + what));
    }

    /** Pod Security Standards, profile restricted, as far as a pod can break it. */
    private static Stream<String> restricted(JsonNode workload, JsonNode container) {
        JsonNode pod = Rendering.pod(workload);
        JsonNode ofPod = pod.path("securityContext");
        JsonNode own = container.path("securityContext");
        JsonNode capabilities = own.path("capabilities");
        return Stream.of(
                        wrong(own.path("allowPrivilegeEscalation").asBoolean(true), "may gain privileges"),
                        wrong(own.path("privileged").asBoolean(false), "is privileged"),
                        wrong(!first(own, ofPod, "runAsNonRoot").asBoolean(false), "may run as root"),
                        wrong(first(own, ofPod, "runAsUser").asInt(0) == 0, "has no user of its own"),
                        wrong(
                                !Set.of("RuntimeDefault", "Localhost")
                                        .contains(first(own, ofPod, "seccompProfile")
                                                .path("type")
                                                .asText()),
                                "has no seccomp profile"),
                        wrong(
                                Rendering.each(capabilities.path("drop"))
                                        .noneMatch(it -> it.asText().equals("ALL")),
                                "keeps capabilities"),
                        wrong(
                                Rendering.each(capabilities.path("add"))
                                        .anyMatch(it -> !it.asText().equals("NET_BIND_SERVICE")),
                                "adds capabilities"),
                        Stream.of("hostNetwork", "hostPID", "hostIPC")
                                .filter(space -> pod.path(space).asBoolean(false))
                                .map(space -> "has " + space),
                        Rendering.each(container.path("ports"))
                                .filter(port -> port.has("hostPort"))
                                .map(port -> "takes a port of the host"),
                        Rendering.each(pod.path("volumes"))
                                .filter(volume -> volume.properties().stream()
                                        .noneMatch(field -> RESTRICTED_VOLUMES.contains(field.getKey())))
                                .map(volume -> "mounts " + volume))
                .flatMap(Function.identity());
    }

    private static JsonNode first(JsonNode container, JsonNode pod, String field) {
        return container.has(field) ? container.get(field) : pod.path(field);
    }

    /** Writes nowhere but where a bounded emptyDir is mounted. */
    private static Stream<String> readOnlyRoot(JsonNode workload, JsonNode container) {
        Stream<String> root = wrong(
                !container.at("/securityContext/readOnlyRootFilesystem").asBoolean(false), "may write to its root");
        Stream<String> mounts = Rendering.each(container.path("volumeMounts"))
                .filter(mount -> !mount.path("readOnly").asBoolean(false))
                .filter(mount -> Rendering.each(Rendering.pod(workload).path("volumes"))
                        .filter(volume -> volume.path("name").equals(mount.path("name")))
                        .noneMatch(volume -> volume.path("emptyDir").has("sizeLimit")))
                .map(mount -> "writes to " + mount.path("mountPath").asText() + " without a bound");
        return Stream.concat(root, mounts);
    }

    private static Stream<String> noToken(JsonNode workload) {
        return require(
                workload,
                !Rendering.pod(workload).path("automountServiceAccountToken").asBoolean(true),
                "mounts a token of the API server");
    }

    private static Stream<String> probes(JsonNode workload) {
        return Rendering.each(Rendering.pod(workload).path("containers"))
                .flatMap(container -> PROBES.entrySet().stream()
                        .filter(probe -> {
                            JsonNode get = container.path(probe.getKey()).path("httpGet");
                            return !get.path("path").asText().equals(probe.getValue())
                                    || !get.path("port").asText().equals("management");
                        })
                        .map(probe -> Rendering.id(workload) + ": " + probe.getKey() + " does not ask "
                                + probe.getValue() + " of the management port"));
    }

    /** SIGKILL comes after the longest stop there can be: see docs/configuration.md for the terms. */
    private static Stream<String> drain(JsonNode workload) {
        JsonNode pod = Rendering.pod(workload);
        int pause = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt(0);
        int needed = pause + SPARE_SECONDS + Documented.longestStop(Rendering.name(workload));
        int given = pod.path("terminationGracePeriodSeconds").asInt(30);
        return Stream.concat(
                require(workload, pause > 0, "stops before anybody knows of it: no preStop"),
                require(workload, given >= needed, "is killed after " + given + " s, its stop takes up to " + needed));
    }

    private static Stream<String> rollout(JsonNode workload) {
        JsonNode update = workload.at("/spec/strategy/rollingUpdate");
        return Stream.concat(
                require(workload, workload.at("/spec/replicas").asInt(1) >= 2, "has less than two replicas"),
                require(
                        workload,
                        update.path("maxUnavailable").asText().equals("0")
                                && update.path("maxSurge").asInt(0) > 0,
                        "goes below its replicas in a rollout"));
    }

    private static Stream<String> spread(JsonNode workload) {
        return Stream.of("kubernetes.io/hostname", "topology.kubernetes.io/zone")
                .filter(key -> Rendering.each(Rendering.pod(workload).path("topologySpreadConstraints"))
                        .noneMatch(it -> it.path("topologyKey").asText().equals(key)
                                && Labels.match(
                                        it.path("labelSelector"), workload.at("/spec/template/metadata/labels"))))
                .map(key -> Rendering.id(workload) + " is not spread over " + key);
    }

    private static long budgets(Rendering rendering, JsonNode workload) {
        return rendering
                .all("PodDisruptionBudget")
                .filter(budget ->
                        Labels.match(budget.at("/spec/selector"), workload.at("/spec/template/metadata/labels")))
                .filter(budget -> budget.at("/spec/maxUnavailable").asInt(0) == 1)
                .count();
    }
}
