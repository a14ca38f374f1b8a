package org.qualityzones.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who can talk to whom, by all policies together, and who is meant to. */
final class NetworkRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EDGE = Pattern.compile("(?m)^\\| ([a-z-]+) \\| ([a-z-]+) \\| ([0-9, ]+) \\|");

    static final List<Rule> RULES = List.of(
            new Rule("default-deny", NetworkRules::defaultDeny),
            new Rule("declared-edges", NetworkRules::edges),
            new Rule("port-has-edge", NetworkRules::unreachablePorts),
            new Rule("service-reaches-pods", NetworkRules::services),
            new Rule("webhooks-public-only", NetworkRules::webhooks));

    private NetworkRules() {}

    private static Stream<String> defaultDeny(Rendering rendering) {
        boolean there = rendering
                .all("NetworkPolicy")
                .anyMatch(policy -> policy.at("/spec/podSelector").isEmpty()
                        && types(policy).equals(Set.of("Ingress", "Egress"))
                        && policy.at("/spec/ingress").isEmpty()
                        && policy.at("/spec/egress").isEmpty());
        return there ? Stream.empty() : Stream.of("no policy denies everything to every pod, both ways");
    }

    /** The graph of the policies against the table of the README. */
    private static Stream<String> edges(Rendering rendering) {
        Set<String> allowed = graph(rendering);
        Set<String> declared = declared();
        return Stream.concat(
                allowed.stream().filter(edge -> !declared.contains(edge)).map(edge -> "allowed, not declared: " + edge),
                declared.stream()
                        .filter(edge -> !allowed.contains(edge))
                        .map(edge -> "declared, not allowed: " + edge));
    }

    private static Set<String> declared() {
        Set<String> declared = new TreeSet<>();
        EDGE.matcher(Tools.read("deploy/kubernetes/README.md")).results().forEach(row -> {
            for (String port : row.group(3).split(", ")) {
                declared.add(row.group(1) + " -> " + row.group(2) + " : " + port.strip());
            }
        });
        return declared;
    }

    private static Set<String> graph(Rendering rendering) {
        Map<String, Peer> peers = peers(rendering);
        Set<String> edges = new TreeSet<>();
        peers.forEach((from, source) -> peers.forEach((to, target) -> {
            for (int port : target.ports()) {
                if ((source.namespace() == null || target.namespace() == null)
                        && mayLeave(rendering, source, target, port)
                        && mayEnter(rendering, source, target, port)) {
                    edges.add(from + " -> " + to + " : " + port);
                }
            }
        }));
        return edges;
    }

    /** Pods of ours (from the rendering or from an operator) and of other namespaces (named). */
    private static Map<String, Peer> peers(Rendering rendering) {
        Map<String, Peer> peers = new LinkedHashMap<>();
        rendering.workloads().forEach(workload -> {
            Set<Integer> ports = new TreeSet<>();
            Rendering.each(Rendering.pod(workload).at("/containers/0/ports"))
                    .forEach(port -> ports.add(port.path("containerPort").asInt()));
            peers.put(Rendering.name(workload), new Peer(null, workload.at("/spec/template/metadata/labels"), ports));
        });
        peers.put("database", new Peer(null, labels("cnpg.io/cluster", "qualityzones-db"), Set.of(5432, 8000, 9187)));
        peers.put(
                "kafka",
                new Peer(
                        null,
                        labels("strimzi.io/cluster", "qualityzones", "strimzi.io/name", "qualityzones-kafka"),
                        Set.of(8443, 9090, 9091, 9093)));
        peers.put(
                "entity-operator",
                new Peer(
                        null,
                        labels("strimzi.io/cluster", "qualityzones", "strimzi.io/name", "qualityzones-entity-operator"),
                        Set.of()));
        peers.put(
                "keycloak",
                new Peer(
                        null,
                        labels("app", "keycloak", "app.kubernetes.io/instance", "keycloak"),
                        Set.of(7800, 8443, 9000, 57800)));
        peers.put("dns", new Peer("kube-system", labels("k8s-app", "kube-dns"), Set.of(53)));
        for (String outside : List.of("ingress-nginx", "monitoring", "cnpg-system", "strimzi-system", "elsewhere")) {
            peers.put(outside, new Peer(outside, JSON.createObjectNode(), Set.of(443, 8080)));
        }
        return peers;
    }

    private static ObjectNode labels(String... pairs) {
        ObjectNode labels = JSON.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }

    private static boolean mayLeave(Rendering rendering, Peer source, Peer target, int port) {
        return source.namespace() != null || permits(rendering, source, "Egress", "/spec/egress", "to", target, port);
    }

    private static boolean mayEnter(Rendering rendering, Peer source, Peer target, int port) {
        return target.namespace() != null
                || permits(rendering, target, "Ingress", "/spec/ingress", "from", source, port);
    }

    private static boolean permits(
            Rendering rendering, Peer subject, String type, String rules, String side, Peer other, int port) {
        List<JsonNode> policies = rendering
                .all("NetworkPolicy")
                .filter(policy -> types(policy).contains(type))
                .filter(policy -> Labels.match(policy.at("/spec/podSelector"), subject.labels()))
                .toList();
        return policies.isEmpty()
                || policies.stream()
                        .flatMap(policy -> Rendering.each(policy.at(rules)))
                        .anyMatch(rule -> hasPort(rule, port) && hasPeer(rule.path(side), other));
    }

    private static Set<String> types(JsonNode policy) {
        Set<String> types = new TreeSet<>();
        Rendering.each(policy.at("/spec/policyTypes")).forEach(type -> types.add(type.asText()));
        return types;
    }

    private static boolean hasPort(JsonNode rule, int port) {
        return rule.path("ports").isEmpty()
                || Rendering.each(rule.path("ports"))
                        .anyMatch(it -> it.path("port").asInt() == port);
    }

    /** Blocks of addresses are for what has no name here: the world outside. */
    private static boolean hasPeer(JsonNode peers, Peer other) {
        return peers.isEmpty()
                || Rendering.each(peers).filter(peer -> !peer.has("ipBlock")).anyMatch(peer -> {
                    boolean space = peer.has("namespaceSelector")
                            ? other.namespace() != null
                                    && Labels.match(
                                            peer.path("namespaceSelector"),
                                            labels("kubernetes.io/metadata.name", other.namespace()))
                            : other.namespace() == null;
                    return space && Labels.match(peer.path("podSelector"), other.labels());
                });
    }

    private static Stream<String> unreachablePorts(Rendering rendering) {
        Set<String> edges = graph(rendering);
        return rendering
                .workloads()
                .flatMap(workload -> Rendering.each(Rendering.pod(workload).at("/containers/0/ports"))
                        .map(port -> Rendering.name(workload) + " : "
                                + port.path("containerPort").asInt()))
                .filter(port -> edges.stream().noneMatch(edge -> edge.endsWith(" -> " + port)))
                .map(port -> "nobody may reach " + port);
    }

    private static Stream<String> services(Rendering rendering) {
        List<String> wrong = new ArrayList<>();
        rendering.all("Service").forEach(service -> {
            JsonNode pods = rendering
                    .workloads()
                    .filter(workload -> Labels.match(
                            JSON.createObjectNode().set("matchLabels", service.at("/spec/selector")),
                            workload.at("/spec/template/metadata/labels")))
                    .findFirst()
                    .orElse(null);
            Rendering.each(service.at("/spec/ports"))
                    .filter(port -> pods == null
                            || Rendering.each(Rendering.pod(pods).at("/containers/0/ports"))
                                    .noneMatch(it -> it.path("name").equals(port.path("targetPort"))))
                    .forEach(port -> wrong.add(Rendering.id(service) + " leads nowhere with "
                            + port.path("name").asText()));
        });
        return wrong.stream();
    }

    /** Private, loopback, link-local (metadata) and shared addresses are out of reach of webhooks. */
    private static Stream<String> webhooks(Rendering rendering) {
        Set<String> excepted = new TreeSet<>();
        Rendering.each(rendering.one("NetworkPolicy", "webhooks").at("/spec/egress"))
                .flatMap(rule -> Rendering.each(rule.path("to")))
                .flatMap(peer -> Rendering.each(peer.at("/ipBlock/except")))
                .forEach(range -> excepted.add(range.asText()));
        return Stream.of(
                        "10.0.0.0/8",
                        "100.64.0.0/10",
                        "127.0.0.0/8",
                        "169.254.0.0/16",
                        "172.16.0.0/12",
                        "192.168.0.0/16",
                        "::1/128",
                        "fc00::/7",
                        "fe80::/10")
                .filter(range -> !excepted.contains(range))
                .map(range -> "webhooks may reach " + range);
    }

    /** @param namespace null for ours */
    private record Peer(String namespace, JsonNode labels, Set<Integer> ports) {}
}
