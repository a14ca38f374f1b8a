package org.qualityzones.gradeimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.json.JsonProblems;

/** Rows of a file with one JSON object in each line. */
final class JsonLines implements GradeRows {
    private static final int LONGEST = 1 << 20;

    private final BufferedReader lines;
    private final ObjectMapper json;
    private String next;

    JsonLines(InputStream file, ObjectMapper json) throws IOException {
        this.json = json;
        lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()));
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public JsonNode next() throws IOException {
        String line = next;
        advance();
        try {
            return json.readTree(line);
        } catch (JsonProcessingException malformed) {
            throw JsonProblems.find(malformed).orElseThrow(() -> malformed);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void advance() throws IOException {
        do {
            next = readLine();
        } while (next != null && next.isBlank());
    }

    /** Like {@link BufferedReader#readLine()}, but no line fills the memory. */
    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = lines.read(); read >= 0; read = lines.read()) {
            if (read == '\n') {
                return line.toString();
            }
            if (line.length() == LONGEST) {
                throw Problem.of(CommonProblem.TOO_LARGE, "A line is longer than " + LONGEST + " characters");
            }
            line.append((char) read);
        }
        return line.isEmpty() ? null : line.toString();
    }
}
