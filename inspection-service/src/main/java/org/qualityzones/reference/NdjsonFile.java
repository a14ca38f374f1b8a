package org.qualityzones.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.jobs.JobProgress;

/** A file with one JSON object in each line, read line by line; its members are the columns of the CSV form. */
public final class NdjsonFile {

    private static final int LONGEST = 65_536;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final List<String> columns;

    private NdjsonFile(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    public static NdjsonFile of(Path file, List<String> columns) {
        return new NdjsonFile(file, columns);
    }

    /** Works through the rows; a bad row is reported and the rest goes on. Blank lines count for nothing. */
    public void forEach(JobProgress progress, CsvFile.RowWork work) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            StringBuilder line = new StringBuilder();
            long number = 0;
            while (read(lines, line) && !progress.isCancelled()) {
                if (!line.toString().isBlank()) {
                    one(line.toString(), ++number, progress, work);
                }
            }
        }
    }

    private void one(String line, long number, JobProgress progress, CsvFile.RowWork work) {
        try {
            CsvFile.Outcome outcome = work.on(row(line));
            progress.row(number, outcome.status(), outcome.id());
        } catch (Problem refusal) {
            progress.refused(number, refusal);
        }
    }

    private CsvRow row(String line) {
        if (line.length() > LONGEST) {
            throw Problems.invalid("", "too-long", "The line is longer than " + LONGEST + " characters");
        }
        JsonNode object = tree(line);
        if (!object.isObject()) {
            throw Problems.invalid("", "json", "A row is a JSON object");
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!columns.contains(member.getKey())) {
                throw Problems.invalid("/" + member.getKey(), "unknown-field", "There is no field " + member.getKey());
            }
        }
        return new CsvRow(
                columns,
                columns.stream()
                        .map(column -> cell(column, object.path(column)))
                        .toArray(String[]::new));
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw Problems.invalid("", "json", "The row is not JSON: " + broken.getOriginalMessage());
        }
    }

    /** A list becomes its texts with spaces between. */
    private static String cell(String column, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isTextual)) {
            return value.valueStream().map(JsonNode::textValue).collect(Collectors.joining(" "));
        }
        if (!value.isTextual()) {
            throw Problems.invalid("/" + column, "text", column + ": a text is needed");
        }
        return value.textValue();
    }

    /** The next line; what goes beyond the longest is dropped, all but one character. @return false at the end */
    private static boolean read(BufferedReader lines, StringBuilder line) throws IOException {
        line.setLength(0);
        int next = lines.read();
        boolean any = next >= 0;
        while (next >= 0 && next != '\n') {
            if (line.length() <= LONGEST) {
                line.append((char) next);
            }
            next = lines.read();
        }
        return any;
    }
}
