package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Comparison.Check;
import org.qualityzones.system.oracle.Comparison.Finding;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Looking;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.oracle.Topic;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.StackCommand;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * {@code kill -9} in the middle of a file of alerts: the job ends all the same, and every row is there exactly once. A job
 * that ends as {@code FAILED} says why, and the same file again brings the rest: {@code ./run import} sends it by itself.
 */
@Tag("A1")
@Order(21)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class ImportKillST {

    private static final Duration HEALING = Duration.ofMinutes(4);
    private static final String IMPORTS = "/api/v1/alerts/imports?format=NDJSON";

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> references = IntStream.range(0, Profile.current().importedRows())
            .mapToObj(i -> "I-%s-%06d".formatted(run, i))
            .toList();

    ImportKillST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    @Test
    void shouldHaveEveryRowOnceAfterAKill(CheckRun check) {
        try (Ledger ledger = new Ledger(suite.notes().resolve("import-ledger-" + run + ".log"))) {
            PatientClient authority = new PatientClient(callers.as("AUTHORITY"), ledger);
            String killed = start(authority);
            authority.until(killed, job -> isBegun(job, references.size()));
            ledger.note("kill -9 notification");
            suite.kill(Member.NOTIFICATION);
            long kept = new Tables(suite).alerts("I-" + run).size();
            assertThat(kept).as("rows kept when killed").isBetween(1L, references.size() - 1L);
            suite.start(Member.NOTIFICATION);

            JsonNode ended = awaitEnd(authority, killed);
            boolean resumed = ended.path("state").asText().equals("SUCCEEDED");
            if (!resumed) {
                assertThat(ended.path("failure").asText())
                        .as("why the job failed")
                        .isNotBlank();
                ended = awaitEnd(authority, start(authority));
            }
            assertThat(ended.path("state").asText()).isEqualTo("SUCCEEDED");
            assertThat(ended.at("/progress/done").asLong()).isEqualTo(references.size());
            requireEachOnce(check);
            System.out.printf(
                    "ImportKillST: %d rows, %d kept when killed, %s: every row once%n",
                    references.size(), kept, resumed ? "resumed by itself" : "failed with its reason and sent again");
        }
    }

    @Test
    void shouldBeCarriedToItsEndByTheCommandThatSentIt(CheckRun check) throws IOException {
        Path file = suite.notes().resolve("import-" + run + ".ndjson");
        Files.writeString(file, rows());
        Tables tables = new Tables(suite);

        StackCommand.Running command = suite.launchImport("alerts", file);
        await("the first rows")
                .atMost(HEALING)
                .until(() -> command.hasEnded() || tables.alerts("I-" + run).size() > references.size() / 10);
        suite.kill(Member.NOTIFICATION);
        assertThat(tables.alerts("I-" + run)).as("rows kept when killed").hasSizeBetween(1, references.size() - 1);
        suite.start(Member.NOTIFICATION);
        command.awaitSuccess();

        assertThat(Files.readString(command.output())).contains("sending the file again");
        requireEachOnce(check);
    }

    private String start(PatientClient authority) {
        return authority
                .post(IMPORTS, rows().getBytes(StandardCharsets.UTF_8), "Content-Type", "application/x-ndjson")
                .header("Location");
    }

    private String rows() {
        return references.stream().map(this::row).collect(Collectors.joining("\n"));
    }

    private static boolean isBegun(JsonNode job, int rows) {
        assertThat(job.at("/progress/done").asInt())
                .as("rows done before the kill; more rows are needed")
                .isLessThan(rows);
        return job.at("/progress/done").asInt() > rows / 10;
    }

    private static JsonNode awaitEnd(PatientClient authority, String job) {
        return authority
                .until(job, found -> !found.path("state").asText().equals("RUNNING"))
                .json();
    }

    private void requireEachOnce(CheckRun check) {
        check.runs(references.size());
        check.faults(1);
        new Looking(HEALING, check::found).untilNothing("rows, audit and events of each alert", this::look);
    }

    private List<Finding> look() {
        Tables tables = new Tables(suite);
        List<String> ids = tables.alerts("I-" + run);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(Comparison.differences(Check.STATES, references, tables.alertReferences("I-" + run)));
        findings.addAll(Comparison.differences(Check.AUDIT, ids, tables.audited("alert.record", Set.copyOf(ids))));
        Topic topic = Topic.read(suite.env("KAFKA_BOOTSTRAP"), "qz.alert").about(Set.copyOf(ids));
        List<String> told = topic.events().stream().map(Topic.Event::key).toList();
        findings.addAll(Comparison.differences(Check.EVENTS, ids, told));
        return findings;
    }

    private String row(String reference) {
        ObjectNode row = Json.object("""
                {'source': 'OTHER', 'reference': '%s', 'publishedAt': '2026-11-20T00:00:00Z', 'originCountry': 'CN',
                 'product': {'category': 'Other', 'name': 'Sample goods'},
                 'risk': {'types': ['CHOKING'], 'level': 'LOW', 'text': 'A sample'}}""".formatted(reference));
        return row.toString();
    }
}
