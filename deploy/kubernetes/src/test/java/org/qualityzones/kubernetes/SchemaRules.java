package org.qualityzones.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every field of every resource exists and has its type. */
final class SchemaRules {

    private static final Set<String> STRIMZI = Set.of("kafka.strimzi.io/v1");
    private static final Map<String, Class<?>> STRIMZI_KINDS = Map.of(
            "Kafka", Kafka.class,
            "KafkaNodePool", KafkaNodePool.class,
            "KafkaTopic", KafkaTopic.class,
            "KafkaUser", KafkaUser.class);
    private static final KubernetesSerialization FABRIC8 = new KubernetesSerialization();
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .setAnnotationIntrospector(new NoPlaceForTheUnknown());

    static final List<Rule> RULES = List.of(
            new Rule("strict-client-java", rendering -> rendering.resources().stream()
                    .filter(SchemaRules::isBuiltIn)
                    .flatMap(SchemaRules::officialClient)),
            new Rule("strict-fabric8", rendering -> rendering.resources().stream()
                    .filter(SchemaRules::isBuiltIn)
                    .flatMap(resource -> read(resource, builtIn(resource)))),
            new Rule("strimzi-fields", rendering -> rendering.resources().stream()
                    .filter(resource -> STRIMZI.contains(version(resource)))
                    .flatMap(resource -> read(resource, STRIMZI_KINDS.get(Rendering.kind(resource))))),
            new Rule("custom-resource-fields", rendering -> rendering.resources().stream()
                    .filter(resource -> !isBuiltIn(resource) && !STRIMZI.contains(version(resource)))
                    .flatMap(CustomFields.KNOWN::violations)));

    private SchemaRules() {}

    private static String version(JsonNode resource) {
        return resource.path("apiVersion").asText();
    }

    static boolean isBuiltIn(JsonNode resource) {
        String group = version(resource);
        return !group.contains("/") || !group.contains(".") || group.contains(".k8s.io/");
    }

    private static Stream<String> officialClient(JsonNode resource) {
        String version = version(resource).replaceFirst(".*/", "");
        String model = "io.kubernetes.client.openapi.models."
                + version.substring(0, 1).toUpperCase(Locale.ROOT) + version.substring(1) + Rendering.kind(resource);
        try {
            Class.forName(model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(resource.toString()));
            return Stream.empty();
        } catch (InvocationTargetException e) {
            return Stream.of(Rendering.id(resource) + ": " + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            return Stream.of(Rendering.id(resource) + ": unknown kind " + model);
        }
    }

    private static Class<?> builtIn(JsonNode resource) {
        return FABRIC8.getRegisteredKubernetesResource(version(resource), Rendering.kind(resource));
    }

    private static Stream<String> read(JsonNode resource, Class<?> model) {
        if (model == null) {
            return Stream.of(Rendering.id(resource) + ": unknown kind of " + version(resource));
        }
        try {
            STRICT.treeToValue(resource, model);
            return Stream.empty();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Stream.of(Rendering.id(resource) + ": "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    /** The models keep fields that they do not know; here there are none to be kept. */
    private static final class NoPlaceForTheUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    /** Fields of resources that have no model here: the paths that we use, with their types, of {@code fields.yaml}. */
    private record CustomFields(Map<String, Map<Pattern, String>> kinds) {

        static final CustomFields KNOWN = load();

        private static CustomFields load() {
            Map<String, Map<Pattern, String>> kinds = new TreeMap<>();
            JsonNode document = Rendering.documents(Tools.read("deploy/kubernetes/src/test/resources/fields.yaml"))
                    .getFirst();
            document.properties().forEach(kind -> {
                Map<Pattern, String> fields = new LinkedHashMap<>();
                kind.getValue()
                        .properties()
                        .forEach(field -> fields.put(
                                pattern(field.getKey()), field.getValue().asText()));
                kinds.put(kind.getKey(), fields);
            });
            return new CustomFields(kinds);
        }

        /** {@code *} stands for one name, {@code **} for anything below. */
        private static Pattern pattern(String path) {
            return Pattern.compile(Stream.of(path.split("\\."))
                    .map(part -> switch (part) {
                        case "**" -> ".*";
                        case "*" -> "[^.]*";
                        default -> Pattern.quote(part);
                    })
                    .collect(Collectors.joining("\\.")));
        }

        Stream<String> violations(JsonNode resource) {
            String kind = version(resource) + " " + Rendering.kind(resource);
            Map<Pattern, String> fields = kinds.get(kind);
            if (fields == null) {
                return Stream.of(Rendering.id(resource) + ": unknown kind of " + version(resource));
            }
            List<String> wrong = new ArrayList<>();
            leaves(resource.path("spec"), "spec", (path, value) -> {
                boolean known = fields.entrySet().stream()
                        .anyMatch(field -> field.getKey().matcher(path).matches() && isOf(value, field.getValue()));
                if (!known) {
                    wrong.add(Rendering.id(resource) + ": " + path + " is unknown or no such value: " + value);
                }
            });
            return wrong.stream();
        }

        private static boolean isOf(JsonNode value, String type) {
            return switch (type) {
                case "text" -> value.isTextual();
                case "number" -> value.isIntegralNumber();
                case "flag" -> value.isBoolean();
                default -> true;
            };
        }

        private static void leaves(JsonNode node, String path, BiConsumer<String, JsonNode> to) {
            if (node.isObject()) {
                node.properties().forEach(field -> leaves(field.getValue(), path + "." + field.getKey(), to));
            } else if (node.isArray()) {
                node.forEach(item -> leaves(item, path, to));
            } else {
                to.accept(path, node);
            }
        }
    }
}
