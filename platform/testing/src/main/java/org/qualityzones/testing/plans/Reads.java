package org.qualityzones.testing.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.OpenApiSnapshot;

/**
 * Every GET that the served API description names, with every combination of its query parameters, on the first page and
 * deep in the list, as each of the callers. An operation or a parameter without a sample value fails the check, so that a
 * new one cannot escape it.
 */
public final class Reads {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final int OK = 200;
    private static final Set<Integer> NOT_FOR_THIS_CALLER = Set.of(403, 404);

    private final PlanCheck check;
    private final Map<String, String> tokens;
    private final Map<String, String> samples;
    private final Set<String> answered = new TreeSet<>();
    private final Set<String> expected = new TreeSet<>();

    private Reads(PlanCheck check, Map<String, String> tokens, Map<String, String> samples) {
        this.check = check;
        this.tokens = tokens;
        this.samples = samples;
    }

    /**
     * Reads everything.
     *
     * @param tokens of each caller, by its name
     * @param samples a value for each parameter, by its name; {@code "<path> <name>"} where it differs from path to path,
     *     and {@code "<path>"} for an operation that is left out, with the reason
     */
    public static void all(PlanCheck check, Map<String, String> tokens, Map<String, String> samples) {
        Reads reads = new Reads(check, tokens, samples);
        description().path("paths").properties().forEach(path -> {
            if (path.getValue().has("get") && !samples.containsKey(path.getKey())) {
                reads.operation(path.getKey(), path.getValue().path("get"));
            }
        });
        reads.expected.removeAll(reads.answered);
        reads.expected.forEach(unread -> check.fail("Nobody was answered " + unread));
    }

    /** A cursor that points at an id. */
    public static String cursor(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void operation(String path, JsonNode operation) {
        List<String> filters = new ArrayList<>();
        Map<String, String> always = new LinkedHashMap<>();
        boolean paged = false;
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            boolean filter = parameter.path("in").asText().equals("query");
            if (name.equals("cursor")) {
                paged = true;
            } else if (filter && parameter.path("required").asBoolean()) {
                always.put(name, sample(path, name));
            } else if (filter && !name.equals("limit")) {
                filters.add(name);
            }
        }
        expected.add(path);
        filters.forEach(filter -> expected.add(path + ' ' + filter));
        combinations(path, always, filters, paged);
    }

    private void combinations(String path, Map<String, String> always, List<String> filters, boolean paged) {
        Map<String, String> callers = readers(path, always);
        for (int subset = 0; subset < 1 << filters.size(); subset++) {
            Map<String, String> query = new LinkedHashMap<>(always);
            for (int i = 0; i < filters.size(); i++) {
                if ((subset & 1 << i) != 0) {
                    query.put(filters.get(i), sample(path, filters.get(i)));
                }
            }
            callers.forEach((caller, token) -> read(path, query, caller, token));
            if (paged) {
                query.put("limit", "200");
                query.put("cursor", sample(path, "cursor"));
                callers.forEach((caller, token) -> read(path, query, caller, token));
            }
        }
    }

    /** The callers that may read it at all. */
    private Map<String, String> readers(String path, Map<String, String> always) {
        Map<String, String> readers = new LinkedHashMap<>(tokens);
        readers.entrySet().removeIf(reader -> read(path, always, reader.getKey(), reader.getValue()) != OK);
        return readers;
    }

    private int read(String path, Map<String, String> query, String caller, String token) {
        String concrete = PLACEHOLDER.matcher(path).replaceAll(found -> sample(path, found.group(1)));
        String what = caller + ": GET " + concrete + ' ' + query;
        Response response =
                check.during(what, () -> Api.as(token).queryParams(query).get(concrete));
        if (response.statusCode() == OK) {
            answered.add(path);
            query.keySet().forEach(name -> answered.add(path + ' ' + name));
        } else if (!NOT_FOR_THIS_CALLER.contains(response.statusCode())) {
            check.fail(what + ": " + response.statusCode() + ' ' + response.asString());
        }
        return response.statusCode();
    }

    private String sample(String path, String name) {
        String value = samples.getOrDefault(path + ' ' + name, samples.get(name));
        Assertions.assertThat(value).as("sample value of %s at %s", name, path).isNotNull();
        return value;
    }

    private static JsonNode description() {
        try {
            return new ObjectMapper().readTree(OpenApiSnapshot.servedJson());
        } catch (IOException failure) {
            throw new UncheckedIOException("The API description is no JSON", failure);
        }
    }
}
