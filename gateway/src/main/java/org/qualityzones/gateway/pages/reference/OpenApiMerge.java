package org.qualityzones.gateway.pages.reference;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.qualityzones.gateway.Routes;
import org.qualityzones.gateway.Upstream;

/**
 * Makes one OpenAPI document of those of the services. Paths are kept as they are when the gateway leads there; a
 * component whose name means something else in another service gets its service's name in front.
 */
final class OpenApiMerge {

    private static final String SECURITY = "securitySchemes";

    private final JsonObject paths = new JsonObject();
    private final JsonObject components = new JsonObject();
    private final Map<String, JsonObject> tags = new LinkedHashMap<>();
    private final Set<String> operationIds = new HashSet<>();

    void add(Upstream service, JsonObject document) {
        JsonObject scoped = rename(document, conflicts(document), service);
        mergeComponents(scoped.getJsonObject("components", new JsonObject()));
        for (Object tag : scoped.getJsonArray("tags", new JsonArray())) {
            if (tag instanceof JsonObject named) {
                tags.putIfAbsent(named.getString("name"), named);
            }
        }
        JsonObject own = scoped.getJsonObject("paths", new JsonObject());
        for (String template : own.fieldNames()) {
            String path = template.replace("/api/v1/{service}/", "/api/v1/" + service.slug() + "/");
            if (Routes.owner(path).filter(service::equals).isPresent()) {
                mergePath(service, path, own.getJsonObject(template));
            }
        }
    }

    JsonObject paths() {
        return paths;
    }

    JsonObject components() {
        return components;
    }

    JsonArray tags() {
        return new JsonArray(new ArrayList<>(tags.values()));
    }

    private void mergePath(Upstream service, String path, JsonObject item) {
        for (String method : item.fieldNames()) {
            if (item.getValue(method) instanceof JsonObject operation) {
                operation.put("x-service", service.slug() + "-service");
                String id = operation.getString("operationId");
                if (id != null && !operationIds.add(id)) {
                    operation.put("operationId", service.slug() + "_" + id);
                }
            }
        }
        paths.put(path, item);
    }

    private void mergeComponents(JsonObject own) {
        for (String kind : own.fieldNames()) {
            JsonObject target = components.getJsonObject(kind, new JsonObject());
            components.put(kind, target);
            JsonObject named = own.getJsonObject(kind);
            for (String name : named.fieldNames()) {
                if (!target.containsKey(name)) {
                    target.put(name, named.getValue(name));
                }
            }
        }
    }

    /** References of components that are there already with another meaning, or that lead to such a one. */
    private Set<String> conflicts(JsonObject document) {
        JsonObject own = document.getJsonObject("components", new JsonObject());
        Map<String, String> shared = new HashMap<>();
        Set<String> conflicts = new LinkedHashSet<>();
        for (String kind : own.fieldNames()) {
            JsonObject there = components.getJsonObject(kind, new JsonObject());
            if (kind.equals(SECURITY)) {
                continue;
            }
            for (String name : own.getJsonObject(kind).fieldNames()) {
                if (!there.containsKey(name)) {
                    continue;
                }
                Object mine = own.getJsonObject(kind).getValue(name);
                String reference = "#/components/" + kind + "/" + name;
                if (mine.equals(there.getValue(name))) {
                    shared.put(reference, String.valueOf(mine));
                } else {
                    conflicts.add(reference);
                }
            }
        }
        boolean grown = true;
        while (grown) {
            grown = shared.entrySet()
                    .removeIf(entry -> leadsTo(entry.getValue(), conflicts) && conflicts.add(entry.getKey()));
        }
        return conflicts;
    }

    private static boolean leadsTo(String content, Set<String> references) {
        return references.stream().anyMatch(reference -> content.contains("\"" + reference + "\""));
    }

    private static JsonObject rename(JsonObject document, Set<String> references, Upstream service) {
        String prefix =
                Character.toUpperCase(service.slug().charAt(0)) + service.slug().substring(1);
        String text = document.encode();
        for (String reference : references) {
            int slash = reference.lastIndexOf('/') + 1;
            text = text.replace(
                    "\"" + reference + "\"",
                    "\"" + reference.substring(0, slash) + prefix + reference.substring(slash) + "\"");
        }
        JsonObject renamed = new JsonObject(text);
        for (String reference : references) {
            String[] parts = reference.split("/");
            JsonObject kind = renamed.getJsonObject("components").getJsonObject(parts[2]);
            kind.put(prefix + parts[3], kind.remove(parts[3]));
        }
        return renamed;
    }
}
