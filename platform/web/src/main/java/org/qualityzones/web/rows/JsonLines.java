package org.qualityzones.web.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.json.JsonProblems;

/** Rows of a file with one JSON value in each line (NDJSON); blank lines count for nothing. */
public final class JsonLines implements JsonRows {

    /** Characters of a line. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 13;

    private final Reader file;
    private final ObjectMapper json;
    private final char[] buffer = new char[BUFFER];
    private int from;
    private int to;
    private String next;

    public JsonLines(InputStream file, ObjectMapper json) throws IOException {
        this.file = new InputStreamReader(file, StandardCharsets.UTF_8);
        this.json = json;
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
        file.close();
    }

    private void advance() throws IOException {
        do {
            next = readLine();
        } while (next != null && next.isBlank());
    }

    /** The line without its end, null at the end of the file; of a line that is too long one character more than it may have. */
    private String readLine() throws IOException {
        if (!hasMore()) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        boolean ended = false;
        while (!ended && hasMore()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, from, Math.min(end - from, LONGEST + 1 - line.length()));
            ended = end < to;
            from = ended ? end + 1 : end;
        }
        return line.toString();
    }

    /** Whether the buffer has something to read, after filling it if need be. */
    private boolean hasMore() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, file.read(buffer));
        }
        return from < to;
    }
}
