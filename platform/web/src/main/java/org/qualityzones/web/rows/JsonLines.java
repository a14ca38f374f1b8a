package org.qualityzones.web.rows;

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

/** Rows of a file with one JSON value in each line (NDJSON); blank lines count for nothing. */
public final class JsonLines implements JsonRows {

    /** Characters of a line. */
    static final int LONGEST = 1 << 20;

    private final BufferedReader lines;
    private final ObjectMapper json;
    private String next;

    public JsonLines(InputStream file, ObjectMapper json) throws IOException {
        this.json = json;
        lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
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
        if (line.length() > LONGEST) {
            throw Problem.of(CommonProblem.TOO_LARGE, "The line is longer than " + LONGEST + " characters");
        }
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

    /** As {@link BufferedReader#readLine()}, but what goes beyond the longest line is dropped, all but one character. */
    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int read = lines.read();
        boolean ended = read < 0;
        while (read >= 0 && read != '\n') {
            if (line.length() <= LONGEST) {
                line.append((char) read);
            }
            read = lines.read();
        }
        return ended ? null : line.toString();
    }
}
