package org.qualityzones.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All resources of an overlay as {@code kubectl kustomize} renders them. */
record Rendering(String overlay, List<JsonNode> resources) {

    static final List<String> OVERLAYS = List.of("staging", "production");
    static final ObjectMapper YAML = new YAMLMapper();

    private static final Map<String, Rendering> RENDERED = new ConcurrentHashMap<>();

    static Rendering of(String overlay) {
        Tools.require("kubectl");
        return RENDERED.computeIfAbsent(overlay, Rendering::render);
    }

    private static Rendering render(String overlay) {
        Tools.Answer answer = Tools.run("kubectl", "kustomize", "deploy/kubernetes/overlays/" + overlay);
        if (answer.status() != 0) {
            throw new AssertionError(answer.output());
        }
        return new Rendering(overlay, documents(answer.output()));
    }

    static List<JsonNode> documents(String yaml) {
        try {
            List<JsonNode> documents = new ArrayList<>();
            YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).forEachRemaining(documents::add);
            return documents;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String kind(JsonNode resource) {
        return resource.path("kind").asText();
    }

    static String name(JsonNode resource) {
        return resource.at("/metadata/name").asText();
    }

    static String id(JsonNode resource) {
        return kind(resource) + "/" + name(resource);
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    Stream<JsonNode> all(String kind) {
        return resources.stream().filter(resource -> kind(resource).equals(kind));
    }

    JsonNode one(String kind, String name) {
        return all(kind)
                .filter(resource -> name(resource).equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    Stream<JsonNode> workloads() {
        return all("Deployment");
    }

    /** Pod specifications with the name of what makes them. */
    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static List<JsonNode> containers(JsonNode workload) {
        return Stream.concat(
                        each(pod(workload).path("initContainers")),
                        each(pod(workload).path("containers")))
                .toList();
    }

    /** Variables of a container: plain ones with their value, those of secrets with {@code secret:name/key}. */
    Map<String, String> environment(JsonNode container) {
        Map<String, String> values = new LinkedHashMap<>();
        each(container.path("envFrom"))
                .map(source -> source.at("/configMapRef/name").asText())
                .forEach(name -> values.putAll(texts(one("ConfigMap", name).path("data"))));
        each(container.path("env")).forEach(variable -> {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            values.put(
                    variable.path("name").asText(),
                    secret.isMissingNode()
                            ? variable.path("value").asText()
                            : "secret:" + secret.path("name").asText() + "/"
                                    + secret.path("key").asText());
        });
        return values;
    }

    /** A copy with one resource changed: each edit sets or removes what its pointer names, or adds a resource. */
    Rendering with(JsonNode spoiling) {
        List<JsonNode> copies = new ArrayList<>(
                resources.stream().<JsonNode>map(JsonNode::deepCopy).toList());
        for (JsonNode edit : spoiling) {
            if (edit.has("add")) {
                copies.add(edit.get("add"));
                continue;
            }
            String target = edit.path("target").asText();
            JsonNode resource = copies.stream()
                    .filter(copy -> id(copy).equals(target))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No " + target));
            if (edit.path("drop").asBoolean()) {
                copies.remove(resource);
            } else {
                edit(resource, edit);
            }
        }
        return new Rendering(overlay, copies);
    }

    private static void edit(JsonNode resource, JsonNode edit) {
        String pointer = edit.path("path").asText();
        int last = pointer.lastIndexOf('/');
        String field = pointer.substring(last + 1).replace("~1", "/");
        switch (resource.at(pointer.substring(0, last))) {
            case ObjectNode parent when edit.has("value") -> parent.set(field, edit.get("value"));
            case ObjectNode parent when parent.has(field) -> parent.remove(field);
            case ArrayNode parent when edit.has("value") && field.equals("-") -> parent.add(edit.get("value"));
            case ArrayNode parent when edit.has("value") -> parent.set(Integer.parseInt(field), edit.get("value"));
            case ArrayNode parent -> parent.remove(Integer.parseInt(field));
            default -> throw new IllegalArgumentException("No " + pointer + " in " + id(resource));
        }
    }
}
