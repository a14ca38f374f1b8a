package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.load.LoadBeside;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Comparison.Check;
import org.qualityzones.system.oracle.Comparison.Finding;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Past;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * {@code kill -9} of inspection-service in the middle of a file of declarations and of an impact report at once: the report
 * goes on by itself and counts every decision once; the import says that it failed, and the same file again brings the rest.
 */
@Tag("A1")
@Order(62)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class InspectionKillST {

    private static final Duration HEALING = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String IMPORTS = "/api/v1/declarations/imports";
    private static final String SETS = "/api/v1/rule-sets";
    private static final int FILED = 4_000;
    private static final int DECIDED = 60_000;

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Tables tables;
    private final String consignor = CreditCode.random("330226");
    private final String version = "2026." + ThreadLocalRandom.current().nextInt(1_000, 10_000);

    InspectionKillST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
        this.tables = new Tables(suite);
    }

    @Test
    void shouldCountEveryDecisionAndFileEveryDeclarationOnceAfterAKill(CheckRun run) throws IOException {
        try (Ledger ledger = new Ledger(suite.notes().resolve("inspection-kill-" + version + ".log"));
                Past past = new Past(tables);
                LoadBeside load = LoadBeside.begin(
                        suite, "inspection-" + version, Profile.current().load(suite))) {
            PatientClient bureau = new PatientClient(callers.as("BUREAU"), ledger);
            PatientClient authority = new PatientClient(callers.as("AUTHORITY"), ledger);
            bureau.post("/api/v1/enterprises", Samples.enterprise(consignor));
            past.repeat(
                    bureau.post("/api/v1/declarations", Samples.declaration(consignor))
                            .text("/id"),
                    DECIDED);
            draft(authority);
            String file = file();

            String reporting = authority
                    .post(
                            SETS + "/" + version + "/impact-reports",
                            Json.object("{'from': '%s', 'until': '%s'}".formatted(Past.FROM, Past.UNTIL)))
                    .header("Location");
            UUID report = UUID.fromString(reporting.substring(reporting.lastIndexOf('/') + 1));
            await("the first decisions").atMost(HEALING).pollInterval(POLL).until(() -> past.lookedAt(report) > 0);
            String importing = start(bureau, file);
            await("the first rows").atMost(HEALING).pollInterval(POLL).until(() -> filed() > 0);
            ledger.note("kill -9 inspection");
            suite.kill(Member.INSPECTION);
            long kept = filed();
            long counted = past.lookedAt(report);
            assertThat(kept).as("declarations filed when killed").isBetween(1L, FILED - 1L);
            assertThat(counted).as("decisions looked at when killed").isBetween(1L, DECIDED - 1L);
            suite.start(Member.INSPECTION);

            run.load(load.finish());
            run.runs(FILED + DECIDED);
            run.faults(1);
            requireFiledOnce(bureau, importing, file, run);
            requireCountedOnce(authority, reporting, report);
            load.compare(run::found);
            System.out.printf(
                    "InspectionKillST: %d of %d declarations and %d of %d decisions when killed, every one once%n",
                    kept, FILED, counted, DECIDED);
        }
    }

    private void requireFiledOnce(PatientClient bureau, String killed, String file, CheckRun run) {
        JsonNode lost = awaitEnd(bureau, killed);
        assertThat(lost.path("state").asText()).isEqualTo("FAILED");
        assertThat(lost.path("failure").asText()).as("why the import failed").isNotBlank();
        JsonNode again = awaitEnd(bureau, start(bureau, file));
        assertThat(again.path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(again.at("/progress/done").asLong()).isEqualTo(FILED);
        List<String> ids = tables.declarations(consignor);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(Comparison.differences(
                Check.DECLARATIONS,
                Collections.nCopies(FILED + 1, "declaration"),
                Collections.nCopies(ids.size(), "declaration")));
        findings.addAll(Comparison.differences(Check.DECISIONS, ids, tables.decidedFirst(consignor)));
        findings.addAll(Comparison.differences(Check.AUDIT, ids, tables.audited(consignor)));
        run.found(findings);
        assertThat(findings).isEmpty();
    }

    private void requireCountedOnce(PatientClient authority, String job, UUID report) {
        assertThat(awaitEnd(authority, job).path("state").asText()).isEqualTo("SUCCEEDED");
        JsonNode whole = authority
                .get(SETS + "/" + version + "/impact-reports/" + report)
                .json();
        JsonNode summary = whole.path("summary");
        assertThat(whole.path("done").asLong()).isEqualTo(DECIDED);
        assertThat(summary.path("decisions").asLong()).isEqualTo(DECIDED);
        long sum = 0;
        for (JsonNode count : summary.path("outcomes")) {
            sum += count.asLong();
        }
        assertThat(sum).isEqualTo(DECIDED);
        assertThat(summary.path("changed").asLong()).isPositive();
        assertThat(summary.at("/enterprises/0/changed").asLong())
                .isEqualTo(summary.path("changed").asLong());
    }

    private long filed() {
        return tables.declarations(consignor).size() - 1L;
    }

    private static JsonNode awaitEnd(PatientClient caller, String job) {
        return caller.until(job, found -> !found.path("state").asText().equals("RUNNING"))
                .json();
    }

    private static String start(PatientClient bureau, String file) {
        return bureau.post(IMPORTS, file.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/x-ndjson")
                .header("Location");
    }

    private String file() {
        return IntStream.range(0, FILED)
                .mapToObj(_ -> Samples.declaration(consignor).toString())
                .collect(Collectors.joining("\n"));
    }

    /** A draft that holds the lot of these decisions, whatever else is known of it, looked at by lint. */
    private void draft(PatientClient authority) throws IOException {
        ObjectNode document = (ObjectNode) Json.read(
                Files.readString(suite.root().resolve("inspection-service/src/main/resources/rulesets/2026.1.json")));
        document.put("version", version);
        for (JsonNode rule : document.path("rules")) {
            if (rule.path("id").asText().equals("hold-deregistered")) {
                ((ObjectNode) rule).put("when", rule.path("when").asText() + " || line.lotSize < 60000");
            }
        }
        authority.post(SETS, document);
        authority.post(SETS + "/" + version + "/lint", Json.object("{}"));
    }
}
