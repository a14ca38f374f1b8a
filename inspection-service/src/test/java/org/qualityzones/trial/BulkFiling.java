package org.qualityzones.trial;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.qualityzones.testing.Api;

/** Imports of declarations. */
public final class BulkFiling {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BulkFiling() {}

    /** So many lines of one producer, the first of this lot, the others of lots of their own. */
    public static ObjectNode filing(String consignor, String hsCode, String lotNo, int lines) {
        ObjectNode filing = Filing.by(consignor);
        Filing.firstLine(filing).put("hsCode", hsCode).put("lotNo", lotNo);
        for (int i = 2; i <= lines; i++) {
            filing.withArray("lines").add(Filing.line(i).put("hsCode", hsCode).put("lotNo", lotNo + "-" + i));
        }
        return filing;
    }

    public static ValidatableResponse send(String token, String file) {
        return Api.as(token)
                .header("Idempotency-Key", Api.newKey())
                .contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/declarations/imports")
                .then();
    }

    /** Imports a file and waits for the end. @return the outcome of each row */
    public static List<JsonNode> lines(String token, String file) throws IOException {
        return results(token, send(token, file).statusCode(202).extract().header("Location"));
    }

    /** Waits for the end of an import. @return the outcome of each row */
    public static List<JsonNode> results(String token, String job) throws IOException {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> Api.get(token, job).extract().<String>path("state"), not(is("RUNNING")));
        Api.get(token, job).body("state", is("SUCCEEDED"));
        List<JsonNode> rows = new ArrayList<>();
        String results =
                Api.get(token, job + "/results").statusCode(200).extract().asString();
        for (String line : results.lines().toList()) {
            rows.add(JSON.readTree(line));
        }
        Api.get(token, job).body("progress.done", is(rows.size()));
        return rows;
    }

    public static List<JsonNode> rows(String token, List<ObjectNode> filings) throws IOException {
        return lines(token, filings.stream().map(ObjectNode::toString).collect(Collectors.joining("\n")));
    }
}
