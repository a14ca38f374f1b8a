package org.qualityzones.gateway.pages.reference;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.qualityzones.gateway.Language;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.Texts;
import org.qualityzones.gateway.pages.Html;

/** Writes an OpenAPI document as one HTML page: services, operations, schemas. */
final class ReferenceHtml {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete", "head", "options");

    private final JsonObject openapi;
    private final Language language;
    private final Html page;

    ReferenceHtml(JsonObject openapi, Language language) {
        this.openapi = openapi;
        this.language = language;
        this.page = new Html(language, openapi.getJsonObject("info").getString("title"));
    }

    PageAnswer answer() {
        page.element("p", openapi.getJsonObject("info").getString("description"));
        JsonArray missing = openapi.getJsonArray("x-missing-services");
        if (missing != null) {
            String names = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
            page.raw("<p class=\"note\">")
                    .text(Texts.of(language, "docs.missing", names))
                    .raw("</p>");
        }
        byService().forEach(this::service);
        schemas();
        return page.answer();
    }

    private Map<String, Map<String, JsonObject>> byService() {
        Map<String, Map<String, JsonObject>> services = new TreeMap<>();
        for (Map.Entry<String, Object> path : openapi.getJsonObject("paths")) {
            JsonObject item = (JsonObject) path.getValue();
            for (String method : METHODS) {
                if (item.getValue(method) instanceof JsonObject operation) {
                    services.computeIfAbsent(operation.getString("x-service", "gateway"), name -> new TreeMap<>())
                            .put(path.getKey() + " " + method, operation.copy().mergeIn(inherited(item, operation)));
                }
            }
        }
        return services;
    }

    private static JsonObject inherited(JsonObject item, JsonObject operation) {
        JsonArray parameters = item.getJsonArray("parameters", new JsonArray()).copy();
        parameters.addAll(operation.getJsonArray("parameters", new JsonArray()));
        return new JsonObject().put("parameters", parameters);
    }

    private void service(String name, Map<String, JsonObject> operations) {
        page.element("h2", name);
        operations.forEach(this::operation);
    }

    private void operation(String pathAndMethod, JsonObject operation) {
        int space = pathAndMethod.lastIndexOf(' ');
        String path = pathAndMethod.substring(0, space);
        page.raw("<details><summary><span class=\"method\">");
        page.text(pathAndMethod.substring(space + 1).toUpperCase(language.locale()))
                .raw("</span> <code>");
        page.text(path).raw("</code> ").text(operation.getString("summary", "")).raw("</summary>");
        if (operation.getString("description") != null) {
            page.element("p", operation.getString("description"));
        }
        if (path.startsWith("/api/")) {
            page.element("p", Texts.of(language, "docs.token"));
        }
        parameters(operation.getJsonArray("parameters"));
        if (operation.getJsonObject("requestBody") != null) {
            page.element("h4", Texts.of(language, "docs.body"));
            content(operation.getJsonObject("requestBody"));
        }
        page.element("h4", Texts.of(language, "docs.responses")).raw("<table>");
        for (Map.Entry<String, Object> response : operation.getJsonObject("responses", new JsonObject())) {
            JsonObject described = resolved((JsonObject) response.getValue());
            page.raw("<tr>").element("th", response.getKey()).raw("<td>");
            page.text(described.getString("description", "")).raw(" ");
            content(described);
            page.raw("</td></tr>");
        }
        page.raw("</table></details>");
    }

    private void parameters(JsonArray parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        page.element("h4", Texts.of(language, "docs.parameters")).raw("<table>");
        for (Object item : parameters) {
            JsonObject parameter = resolved((JsonObject) item);
            page.raw("<tr><th><code>").text(parameter.getString("name", "")).raw("</code></th><td>");
            page.text(parameter.getString("in", "")).raw(" ").raw("</td><td>");
            schema(parameter.getJsonObject("schema"));
            page.text(
                    Boolean.TRUE.equals(parameter.getBoolean("required"))
                            ? " " + Texts.of(language, "docs.required")
                            : "");
            page.raw("</td><td>").text(parameter.getString("description", "")).raw("</td></tr>");
        }
        page.raw("</table>");
    }

    private void content(JsonObject holder) {
        for (Map.Entry<String, Object> media : resolved(holder).getJsonObject("content", new JsonObject())) {
            page.raw("<code>").text(media.getKey()).raw("</code> ");
            schema(((JsonObject) media.getValue()).getJsonObject("schema"));
        }
    }

    private void schemas() {
        page.element("h2", Texts.of(language, "docs.schemas"));
        JsonObject components = openapi.getJsonObject("components", new JsonObject());
        for (Map.Entry<String, Object> named : components.getJsonObject("schemas", new JsonObject())) {
            if (named.getValue() instanceof JsonObject schema) {
                page.raw("<details id=\"schema-").text(named.getKey()).raw("\"><summary><code>");
                page.text(named.getKey()).raw("</code></summary>");
                page.element("p", schema.getString("description", ""));
                schema(schema);
                properties(schema);
                page.raw("</details>");
            }
        }
    }

    private void properties(JsonObject schema) {
        JsonArray required = schema.getJsonArray("required", new JsonArray());
        page.raw("<table>");
        for (Map.Entry<String, Object> property : schema.getJsonObject("properties", new JsonObject())) {
            if (property.getValue() instanceof JsonObject described) {
                page.raw("<tr><th><code>").text(property.getKey()).raw("</code></th><td>");
                schema(described);
                page.text(required.contains(property.getKey()) ? " " + Texts.of(language, "docs.required") : "");
                page.raw("</td><td>")
                        .text(described.getString("description", ""))
                        .raw("</td></tr>");
            }
        }
        page.raw("</table>");
    }

    private void schema(JsonObject schema) {
        if (schema == null) {
            return;
        }
        String reference = schema.getString("$ref");
        if (reference != null) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            page.raw("<a href=\"#schema-").text(name).raw("\">").text(name).raw("</a>");
        } else if (schema.getValue("items") instanceof JsonObject items) {
            page.text("[ ");
            schema(items);
            page.text(" ]");
        } else {
            page.text(String.valueOf(schema.getValue("type", "")));
            for (String detail : List.of("format", "pattern", "enum", "minimum", "maximum", "maxLength")) {
                if (schema.getValue(detail) != null) {
                    page.text(" " + detail + " " + schema.getValue(detail));
                }
            }
        }
    }

    private JsonObject resolved(JsonObject maybeReference) {
        String reference = maybeReference.getString("$ref");
        if (reference == null || !reference.startsWith("#/")) {
            return maybeReference;
        }
        JsonObject found = openapi;
        for (String step : reference.substring(2).split("/")) {
            found = found.getJsonObject(step, new JsonObject());
        }
        return found;
    }
}
