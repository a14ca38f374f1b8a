package org.qualityzones.web.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Objects that clients send have no fields but those described; every pattern holds for the whole text. */
final class RequestBodies {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Schema> components;
    private final Set<String> seen = new HashSet<>();

    private RequestBodies(Map<String, Schema> components) {
        this.components = components;
    }

    static void close(OpenAPI document) {
        Map<String, Schema> components = document.getComponents().getSchemas();
        if (components != null) {
            components.values().forEach(RequestBodies::anchor);
        }
        if (document.getPaths() == null || components == null) {
            return;
        }
        RequestBodies bodies = new RequestBodies(components);
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null
                        && operation.getRequestBody().getContent() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(bodies::close);
    }

    private void close(Schema schema) {
        if (schema == null) {
            return;
        }
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(SCHEMAS) && seen.add(ref)) {
            close(components.get(ref.substring(SCHEMAS.length())));
        }
        if (schema.getProperties() != null && schema.getAdditionalPropertiesSchema() == null) {
            schema.setAdditionalPropertiesBoolean(false);
        }
        children(schema).forEach(this::close);
    }

    private static void anchor(Schema schema) {
        if (schema == null) {
            return;
        }
        String pattern = schema.getPattern();
        if (pattern != null && !(pattern.startsWith("^") && pattern.endsWith("$"))) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        children(schema).forEach(RequestBodies::anchor);
    }

    private static List<Schema> children(Schema schema) {
        List<Schema> children = new ArrayList<>();
        if (schema.getProperties() != null) {
            children.addAll(schema.getProperties().values());
        }
        children.addAll(orEmpty(schema.getAllOf()));
        children.addAll(orEmpty(schema.getAnyOf()));
        children.addAll(orEmpty(schema.getOneOf()));
        children.add(schema.getItems());
        children.add(schema.getAdditionalPropertiesSchema());
        return children;
    }

    private static List<Schema> orEmpty(List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }
}
