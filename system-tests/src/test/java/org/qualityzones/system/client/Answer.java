package org.qualityzones.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What was answered, to the byte. */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

    public JsonNode json() {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("No JSON: " + this, e);
        }
    }

    /** The body as text, line by line. */
    public Stream<String> lines() {
        return new String(bytes, StandardCharsets.UTF_8).lines();
    }

    public String text(String pointer) {
        return json().at(pointer).asText();
    }

    /** First value of a header, or an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public boolean isProblem() {
        return header("Content-Type").startsWith("application/problem+json")
                && json().path("status").asInt() == status
                && !text("/requestId").isEmpty();
    }

    /** Fails with the whole answer unless the status is this one. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ", got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return status + " " + header("Content-Type") + " " + new String(bytes, StandardCharsets.UTF_8);
    }
}
