package org.qualityzones.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qualityzones.contracts.Topics;

/** PostgreSQL, Kafka and Keycloak as the services need them. */
final class PlatformRules {

    private static final List<String> SERVICES = List.of("zone", "enterprise", "inspection", "notification");

    static final List<Rule> RULES = List.of(
            new Rule("namespace-restricted", rendering -> rendering
                    .all("Namespace")
                    .filter(namespace -> !namespace
                            .at("/metadata/labels")
                            .path("pod-security.kubernetes.io/enforce")
                            .asText()
                            .equals("restricted"))
                    .map(namespace -> Rendering.id(namespace) + " admits pods that are not restricted")),
            new Rule("operator-pods-restricted", PlatformRules::operatorPods),
            new Rule("topics-of-the-contracts", PlatformRules::topics),
            new Rule("kafka-keeps-what-it-acknowledged", PlatformRules::durableKafka),
            new Rule("kafka-one-to-a-node", PlatformRules::spreadKafka),
            new Rule("kafka-rights", PlatformRules::rights),
            new Rule("databases-and-roles", PlatformRules::databases),
            new Rule("database-keeps-what-it-acknowledged", PlatformRules::durableDatabase),
            new Rule("realm-of-the-tree", PlatformRules::realm),
            new Rule("tls-at-the-door", rendering -> rendering
                    .all("Ingress")
                    .filter(ingress -> !hosts(ingress, "/spec/rules").equals(tlsHosts(ingress)))
                    .map(ingress -> Rendering.id(ingress) + " has a host without TLS")),
            new Rule("one-address", PlatformRules::address));

    private PlatformRules() {}

    private static Stream<String> wrong(boolean wrong, String text) {
        return wrong ? Stream.of(text) : Stream.empty();
    }

    /** Operators make these pods; CloudNativePG restricts its own but for the seccomp profile. */
    private static Stream<String> operatorPods(Rendering rendering) {
        JsonNode kafka = rendering.one("Kafka", "qualityzones");
        JsonNode keycloak = rendering.one("Keycloak", "keycloak").at("/spec/unsupported/podTemplate/spec");
        return Stream.of(
                        restricted(
                                "Kafka",
                                kafka.at("/spec/kafka/template/pod"),
                                kafka.at("/spec/kafka/template/kafkaContainer")),
                        restricted(
                                "topic operator",
                                kafka.at("/spec/entityOperator/template/pod"),
                                kafka.at("/spec/entityOperator/template/topicOperatorContainer")),
                        restricted(
                                "user operator",
                                kafka.at("/spec/entityOperator/template/pod"),
                                kafka.at("/spec/entityOperator/template/userOperatorContainer")),
                        restricted("Keycloak", keycloak, keycloak.at("/containers/0")),
                        wrong(
                                !rendering
                                        .one("Cluster", "qualityzones-db")
                                        .at("/spec/seccompProfile/type")
                                        .asText()
                                        .equals("RuntimeDefault"),
                                "PostgreSQL has no seccomp profile"))
                .flatMap(text -> text);
    }

    private static Stream<String> restricted(String whose, JsonNode pod, JsonNode container) {
        JsonNode context = container.path("securityContext");
        boolean right = pod.at("/securityContext/runAsNonRoot").asBoolean(false)
                && pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault")
                && !context.path("allowPrivilegeEscalation").asBoolean(true)
                && Rendering.each(context.at("/capabilities/drop"))
                        .anyMatch(it -> it.asText().equals("ALL"));
        return wrong(!right, "pods of " + whose + " are not restricted");
    }

    private static Stream<String> topics(Rendering rendering) {
        Set<String> wanted = new TreeSet<>(Topics.FACTS);
        wanted.add(Topics.HEARTBEAT);
        Set<String> given =
                rendering.all("KafkaTopic").map(Rendering::name).collect(Collectors.toCollection(TreeSet::new));
        Stream<String> names = wrong(!wanted.equals(given), "topics are " + given + ", the contracts have " + wanted);
        Stream<String> settings = rendering
                .all("KafkaTopic")
                .filter(topic -> {
                    long retention =
                            Rendering.name(topic).equals(Topics.HEARTBEAT) ? Topics.HEARTBEAT_RETENTION_MS : -1;
                    return topic.at("/spec/partitions").asInt() != Topics.PARTITIONS
                            || topic.at("/spec/replicas").asInt() != 3
                            || topic.at("/spec/config/retention.ms").asLong() != retention
                            || !topic.at("/spec/config/cleanup.policy").asText().equals("delete");
                })
                .map(topic -> Rendering.id(topic) + " is not kept as the contracts say");
        return Stream.concat(names, settings);
    }

    private static Stream<String> durableKafka(Rendering rendering) {
        JsonNode config = rendering.one("Kafka", "qualityzones").at("/spec/kafka/config");
        return Stream.of(
                        wrong(config.path("default.replication.factor").asInt() < 3, "less than three copies"),
                        wrong(config.path("min.insync.replicas").asInt() < 2, "acknowledged by one broker"),
                        wrong(config.path("unclean.leader.election.enable").asBoolean(true), "unclean leaders"),
                        wrong(config.path("auto.create.topics.enable").asBoolean(true), "topics by accident"),
                        rendering
                                .all("KafkaNodePool")
                                .filter(pool -> pool.at("/spec/replicas").asInt() < 3
                                        || pool.at("/spec/storage/volumes").isEmpty()
                                        || !pool.at("/spec/storage/volumes/0/type")
                                                .asText()
                                                .equals("persistent-claim"))
                                .map(pool -> Rendering.id(pool) + " forgets"))
                .flatMap(text -> text);
    }

    /** Three copies on one node are one copy; {@code minDomains} keeps a third replica from the second of two nodes. */
    private static Stream<String> spreadKafka(Rendering rendering) {
        JsonNode constraints =
                rendering.one("Kafka", "qualityzones").at("/spec/kafka/template/pod/topologySpreadConstraints");
        return rendering.all("KafkaNodePool").flatMap(pool -> {
            ObjectNode labels = Rendering.YAML.createObjectNode();
            labels.put("strimzi.io/name", "qualityzones-kafka");
            labels.put("strimzi.io/pool-name", Rendering.name(pool));
            return Stream.concat(
                    wrong(pool.at("/spec/template").has("pod"), Rendering.id(pool) + " has a pod template of its own"),
                    wrong(
                            Rendering.each(constraints)
                                    .noneMatch(it -> oneToANode(
                                            it, pool.at("/spec/replicas").asInt(), labels)),
                            "a node may take several pods of " + Rendering.id(pool)));
        });
    }

    private static boolean oneToANode(JsonNode constraint, int replicas, JsonNode labels) {
        return constraint.path("topologyKey").asText().equals("kubernetes.io/hostname")
                && constraint.path("whenUnsatisfiable").asText().equals("DoNotSchedule")
                && constraint.path("maxSkew").asInt() == 1
                && constraint.path("minDomains").asInt() >= replicas
                && Rendering.each(constraint.path("matchLabelKeys"))
                        .anyMatch(key -> key.asText().equals("strimzi.io/pool-name"))
                && Labels.match(constraint.path("labelSelector"), labels);
    }

    /** Each user may do exactly what the service's topics and channels ask for. */
    private static Stream<String> rights(Rendering rendering) {
        return SERVICES.stream().flatMap(service -> {
            Set<String> wanted = wantedRights(service);
            Set<String> given = new TreeSet<>();
            Rendering.each(rendering.one("KafkaUser", service + "-kafka").at("/spec/authorization/acls"))
                    .forEach(acl -> Rendering.each(acl.path("operations"))
                            .forEach(operation -> given.add(operation.asText() + " "
                                    + acl.at("/resource/type").asText() + " "
                                    + acl.at("/resource/name").asText()
                                    + (acl.at("/resource/patternType").asText().equals("prefix") ? "*" : ""))));
            return Stream.concat(
                    wanted.stream().filter(Predicate.not(given::contains)).map(right -> service + " may not " + right),
                    given.stream().filter(Predicate.not(wanted::contains)).map(right -> service + " may " + right));
        });
    }

    private static Set<String> wantedRights(String service) {
        Properties properties = Documented.properties(service + "-service/src/main/resources/application.properties");
        Set<String> wanted = new TreeSet<>();
        Topics.ownedBy(service)
                .forEach(topic -> wanted.addAll(List.of("Write topic " + topic, "Describe topic " + topic)));
        wanted.addAll(List.of(
                "Write topic " + Topics.HEARTBEAT,
                "Read topic " + Topics.HEARTBEAT,
                "Describe topic " + Topics.HEARTBEAT));
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith("mp.messaging.incoming."))
                .forEach(key -> {
                    String value = properties.getProperty(key);
                    if (key.endsWith(".topic")) {
                        wanted.addAll(List.of("Read topic " + value, "Describe topic " + value));
                        wanted.addAll(List.of(
                                "Create topic " + value + ".*",
                                "Write topic " + value + ".*",
                                "Describe topic " + value + ".*"));
                    } else if (key.endsWith(".group.id")) {
                        String prefix = value.replaceFirst("^([a-z]+(?:-service)?[.-]).*$", "$1");
                        wanted.addAll(List.of("Read group " + prefix + "*", "Describe group " + prefix + "*"));
                    }
                });
        return wanted;
    }

    private static Stream<String> databases(Rendering rendering) {
        JsonNode cluster = rendering.one("Cluster", "qualityzones-db");
        List<String> wrong = new ArrayList<>();
        for (String service : SERVICES) {
            JsonNode database = rendering.one("Database", "qz-" + service);
            if (!database.at("/spec/name").asText().equals("qz_" + service)
                    || !database.at("/spec/owner").asText().equals(service + "_owner")) {
                wrong.add("qz_" + service + " is not of its owner");
            }
            for (String role : List.of(service + "_owner", service + "_app")) {
                boolean there = Rendering.each(cluster.at("/spec/managed/roles"))
                        .anyMatch(it -> it.path("name").asText().equals(role)
                                && it.path("login").asBoolean()
                                && !it.path("superuser").asBoolean(true)
                                && it.at("/passwordSecret/name").asText().equals(role.replaceFirst("_", "-db-")));
                if (!there) {
                    wrong.add("no plain role " + role);
                }
            }
            if (Rendering.each(cluster.at("/spec/postgresql/pg_hba")).noneMatch(line -> line.asText()
                    .equals("hostssl qz_%1$s %1$s_owner,%1$s_app all scram-sha-256".formatted(service)))) {
                wrong.add("no way in for the roles of " + service);
            }
        }
        JsonNode lines = cluster.at("/spec/postgresql/pg_hba");
        if (!lines.path(lines.size() - 1).asText().equals("host all all all reject")) {
            wrong.add("roles reach databases of others");
        }
        return wrong.stream();
    }

    private static Stream<String> durableDatabase(Rendering rendering) {
        JsonNode spec = rendering.one("Cluster", "qualityzones-db").path("spec");
        return Stream.of(
                        wrong(spec.path("instances").asInt() < 3, "less than three instances of PostgreSQL"),
                        wrong(
                                !spec.at("/postgresql/synchronous/dataDurability")
                                        .asText()
                                        .equals("required"),
                                "commits are acknowledged by one instance of PostgreSQL"),
                        wrong(
                                Rendering.each(spec.path("plugins")).noneMatch(plugin -> plugin.path("isWALArchiver")
                                        .asBoolean()),
                                "WAL is not archived"),
                        wrong(rendering.all("ScheduledBackup").findAny().isEmpty(), "no backup is scheduled"),
                        Stream.of("fsync", "synchronous_commit", "full_page_writes")
                                .filter(spec.at("/postgresql/parameters")::has)
                                .map(setting -> setting + " is set"))
                .flatMap(text -> text);
    }

    /** The realm of deploy/keycloak but for sample people, plain HTTP and addresses. */
    private static Stream<String> realm(Rendering rendering) {
        ObjectNode tree = Rendering.documents(Tools.read("deploy/keycloak/qualityzones-realm.json"))
                .getFirst()
                .deepCopy();
        ObjectNode given = rendering
                .one("KeycloakRealmImport", "qualityzones")
                .at("/spec/realm")
                .deepCopy();
        tree.remove("users");
        tree.put("sslRequired", "all");
        Stream.of(tree, given).forEach(realm -> realm.path("clients")
                .forEach(client -> ((ObjectNode) client).remove("redirectUris")));
        Set<String> fields = new TreeSet<>();
        tree.fieldNames().forEachRemaining(fields::add);
        given.fieldNames().forEachRemaining(fields::add);
        return fields.stream()
                .filter(field -> !Objects.equals(tree.get(field), given.get(field)))
                .map(field -> "the realm differs in " + field);
    }

    private static List<String> hosts(JsonNode ingress, String pointer) {
        return Rendering.each(ingress.at(pointer))
                .map(rule -> rule.path("host").asText())
                .toList();
    }

    private static List<String> tlsHosts(JsonNode ingress) {
        return Rendering.each(ingress.at("/spec/tls"))
                .flatMap(tls -> tls.has("secretName") ? Rendering.each(tls.path("hosts")) : Stream.empty())
                .map(JsonNode::asText)
                .toList();
    }

    /** Clients, problem types, redirects and tokens name the address of the Ingress. */
    private static Stream<String> address(Rendering rendering) {
        String base = "https://" + String.join("", hosts(rendering.one("Ingress", "gateway"), "/spec/rules"));
        String issuer = "https://" + String.join("", hosts(rendering.one("Ingress", "keycloak"), "/spec/rules"));
        List<String> wrong = new ArrayList<>();
        rendering.workloads().forEach(workload -> Rendering.containers(workload).stream()
                .map(rendering::environment)
                .forEach(values -> {
                    if (!values.getOrDefault("QZ_WEB_PROBLEM_BASE", base + "/problems/")
                                    .equals(base + "/problems/")
                            || !values.getOrDefault("QZ_GATEWAY_PUBLIC_URL", base)
                                    .equals(base)
                            || !values.getOrDefault("QZ_SIGNING_PUBLIC_BASE", base)
                                    .equals(base)) {
                        wrong.add(Rendering.id(workload) + " names another address than " + base);
                    }
                }));
        if (!rendering
                .one("Keycloak", "keycloak")
                .at("/spec/hostname/hostname")
                .asText()
                .equals(issuer)) {
            wrong.add("tokens are of another issuer than " + issuer);
        }
        rendering
                .all("KeycloakRealmImport")
                .flatMap(realm -> Rendering.each(realm.at("/spec/realm/clients")))
                .flatMap(client -> Rendering.each(client.path("redirectUris")))
                .filter(uri -> !uri.asText().equals(base + "/*"))
                .forEach(uri -> wrong.add("redirects to " + uri.asText()));
        return wrong.stream();
    }
}
