package org.qualityzones.testing.bounds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.OpenApiSnapshot;

/**
 * Tries every field of every JSON request body that the served API description names: absent where it is required, at and
 * beyond each bound, of another type; and a field that is not known. What is beyond a bound must be a 400 that points at the
 * field, what is at it must not. A request or a field without a sample, or without a bound, fails the check, so that a new
 * one cannot escape it. Nothing is sent that changes a resource's state: there is no If-Match.
 */
public final class FieldBounds {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What the service reads by rules of its own. */
    private static final String FREE_FORM = "/JsonNode";

    private static final int INVALID = 400;
    private static final int FAILED = 500;

    private final JsonNode description;
    private final Set<String> words;
    private final List<String> wrong = new ArrayList<>();

    private FieldBounds(JsonNode description, Set<String> words) {
        this.description = description;
        this.words = words;
    }

    /**
     * A request that is not refused for its body.
     *
     * @param path with real values
     * @param body JSON that has every field
     */
    public record Sample(String token, String path, String body) {}

    /**
     * Tries everything.
     *
     * @param samples by operation, such as {@code POST /api/v1/zones}
     * @param words names of fields that hold a word of a list, so that the longest text is not one of them
     */
    public static void check(Map<String, Sample> samples, String... words) {
        FieldBounds bounds = new FieldBounds(described(), Set.of(words));
        Set<String> without = new TreeSet<>();
        bounds.description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> {
                    JsonNode schema = operation.getValue().at("/requestBody/content/application~1json/schema");
                    String name = operation.getKey().toUpperCase(java.util.Locale.ROOT) + ' ' + path.getKey();
                    boolean asked = !schema.isMissingNode() && !isFreeForm(schema);
                    if (asked && samples.containsKey(name)) {
                        bounds.operation(name, schema, samples.get(name));
                    } else if (asked) {
                        without.add(name);
                    }
                }));
        Assertions.assertThat(without).as("requests without a sample").isEmpty();
        Assertions.assertThat(bounds.wrong).as("bounds").isEmpty();
    }

    private void operation(String name, JsonNode schema, Sample sample) {
        ObjectNode body = read(sample.body());
        Response plain = send(name, sample, body);
        if (plain.statusCode() == INVALID || plain.statusCode() >= FAILED) {
            wrong.add(name + ": the sample is refused: " + plain.asString());
            return;
        }
        object(new Place(name, sample, body, ""), schema, body);
    }

    private void object(Place place, JsonNode given, JsonNode value) {
        JsonNode schema = resolved(given);
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        tried(place.at("/no-such-field"), new Mutant("unknown field", JSON.createObjectNode(), false));
        schema.path("properties").properties().forEach(field -> {
            Place at = place.at('/' + field.getKey());
            if (isFreeForm(field.getValue())) {
                return;
            }
            if (value.path(field.getKey()).isMissingNode()) {
                wrong.add(at + ": not in the sample");
                return;
            }
            if (required.contains(field.getKey())) {
                tried(at, new Mutant("absent", null, false));
            }
            field(at, field.getValue(), value.path(field.getKey()));
        });
    }

    private void field(Place place, JsonNode given, JsonNode value) {
        JsonNode schema = resolved(given);
        Mutant.of(schema, value).forEach(mutant -> tried(place, mutant));
        if (schema.has("properties")) {
            object(place, schema, value);
        } else if (schema.has("items") && !value.isEmpty()) {
            field(place.at("/0"), schema.path("items"), value.path(0));
        }
    }

    private void tried(Place place, Mutant mutant) {
        if (mutant.good() && words.contains(place.name())) {
            return;
        }
        ObjectNode body = place.body().deepCopy();
        place.put(body, mutant.value());
        Response response = send(place.operation(), place.sample(), body);
        boolean pointed = response.statusCode() == INVALID
                && response.jsonPath().getList("errors.pointer", String.class) instanceof List<String> pointers
                && pointers.stream().anyMatch(pointer -> pointer != null && place.covers(pointer));
        if (response.statusCode() >= FAILED || pointed == mutant.good()) {
            wrong.add(place + ": " + mutant.what() + " -> " + response.statusCode() + ' ' + response.asString());
        }
    }

    private static Response send(String operation, Sample sample, JsonNode body) {
        String method = operation.substring(0, operation.indexOf(' '));
        return Api.as(sample.token())
                .header("Idempotency-Key", Api.newKey())
                .contentType(ContentType.JSON)
                .body(body.toString())
                .request(method, sample.path());
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : resolved(description.at(reference.substring(1)));
    }

    private static boolean isFreeForm(JsonNode schema) {
        return schema.path("$ref").asText().endsWith(FREE_FORM);
    }

    private static ObjectNode read(String body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(body, failure);
        }
    }

    private static JsonNode described() {
        try {
            return JSON.readTree(OpenApiSnapshot.servedJson());
        } catch (IOException failure) {
            throw new UncheckedIOException("The API description is no JSON", failure);
        }
    }

    /** A field of a sample. */
    private record Place(String operation, Sample sample, ObjectNode body, String pointer) {

        String name() {
            return pointer.substring(pointer.lastIndexOf('/') + 1);
        }

        Place at(String step) {
            return new Place(operation, sample, body, pointer + step);
        }

        /** Whether a problem that points there is about this field; one that is absent may be told at its parent. */
        boolean covers(String told) {
            return told.equals(pointer) || told.startsWith(pointer + '/') || told.equals(parent());
        }

        void put(ObjectNode whole, JsonNode value) {
            JsonNode holder = whole.at(parent());
            String last = name();
            if (holder instanceof ArrayNode array) {
                array.set(Integer.parseInt(last), value);
            } else if (value == null) {
                ((ObjectNode) holder).remove(last);
            } else {
                ((ObjectNode) holder).set(last, value);
            }
        }

        private String parent() {
            return pointer.substring(0, pointer.lastIndexOf('/'));
        }

        @Override
        public String toString() {
            return operation + ' ' + pointer;
        }
    }
}
