package org.qualityzones.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A file on its way through the gateway to an import route, streamed, and the job that works on it.
 *
 * @param job path of the job
 * @param rows how many the file has by our own count
 */
public record Import(Gateway suite, String role, String job, long rows) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOLD = 5;
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int LOOKS = 60;

    /** What became of the rows. @param bad the first refused rows, in words */
    public record Outcome(SortedMap<String, Long> byStatus, SortedMap<String, Long> byRemark, List<String> bad) {

        public long refused() {
            return byStatus.getOrDefault("refused", 0L);
        }
    }

    /** Sends the file; returns once the suite has it whole. */
    public static Import send(Gateway suite, String role, String path, String contentType, Path file) {
        DataFile.require(file);
        boolean table = contentType.equals("text/csv");
        long rows = table ? RowCount.ofTable(file) : RowCount.ofLines(file);
        try {
            return new Import(
                    suite, role, suite.startImport(role, path, contentType, BodyPublishers.ofFile(file)), rows);
        } catch (FileNotFoundException e) {
            throw new SuiteException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The job as it is now; a service that is away for less than a minute is waited for. */
    public JsonNode look() {
        Gateway.Answer answer = suite.get(role, job);
        for (int look = 1; look < LOOKS && AWAY.contains(answer.status()); look++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = suite.get(role, job);
        }
        return answer.expect(200).body();
    }

    /** Reads the outcome of each row, one at a time. */
    public Outcome outcome() {
        SortedMap<String, Long> byStatus = new TreeMap<>();
        SortedMap<String, Long> byRemark = new TreeMap<>();
        List<String> bad = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(suite.open(role, job + "/results"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = JSON.readTree(line);
                byStatus.merge(row.path("status").asText(), 1L, Long::sum);
                row.path("remarks").forEach(remark -> byRemark.merge(remark.asText(), 1L, Long::sum));
                if (row.has("problem") && bad.size() < TOLD) {
                    bad.add("row " + row.path("row").asLong() + ": " + why(row.path("problem")));
                }
            }
        } catch (IOException e) {
            throw new SuiteException("The outcome of " + job + " cannot be read: " + e.getMessage(), e);
        }
        return new Outcome(byStatus, byRemark, bad);
    }

    private static String why(JsonNode problem) {
        StringBuilder why = new StringBuilder(problem.path("detail").asText());
        for (JsonNode error : problem.path("errors")) {
            why.append("; ")
                    .append(error.path("pointer").asText())
                    .append(' ')
                    .append(error.path("detail").asText());
        }
        return why.toString();
    }
}
