package org.qualityzones.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes problems as {@code application/problem+json}; needs no container, so that the gateway can use it as it is. */
public final class ProblemRenderer {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;

    /** The base of the {@code type} URIs, with a trailing slash. */
    public ProblemRenderer(URI base) {
        this.base = base;
    }

    /** The body in UTF-8. The instance is the path of the request. */
    public byte[] render(Problem problem, String instance, String requestId, Locale locale) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", base.toString() + problem.type().slug());
        body.put("title", ProblemTexts.title(problem.type(), locale));
        body.put("status", problem.type().status());
        body.put("detail", ProblemTexts.detail(problem, locale));
        body.put("instance", instance);
        body.put("requestId", requestId);
        problem.members().forEach(body::putIfAbsent);
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException("A problem holds a member that is no JSON", failure);
        }
    }
}
