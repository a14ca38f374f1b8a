package org.qualityzones.enterpriseimport;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.jobs.Job;
import org.qualityzones.web.jobs.JobProgress;
import org.qualityzones.web.jobs.Jobs;
import org.qualityzones.web.rows.CsvRows;
import org.qualityzones.web.rows.JsonLines;
import org.qualityzones.web.rows.JsonRows;
import org.qualityzones.web.rows.RowChecks;

/** Works through import files row by row; each row is a transaction of its own. */
@ApplicationScoped
class EnterpriseImports {
    private final Jobs jobs;
    private final CurrentRequest request;
    private final Caller caller;
    private final RowChecks checks;
    private final RowRegistrar registrar;
    private final ObjectMapper json;

    EnterpriseImports(
            Jobs jobs,
            CurrentRequest request,
            Caller caller,
            RowChecks checks,
            RowRegistrar registrar,
            ObjectMapper json) {
        this.jobs = jobs;
        this.request = request;
        this.caller = caller;
        this.checks = checks;
        this.registrar = registrar;
        this.json = json;
    }

    /** Takes the file of this request over and starts the work on it. */
    @Transactional(TxType.MANDATORY)
    Answer start(boolean csv) {
        List<String> areas = List.copyOf(caller.areas());
        Path file = request.takeSpooled()
                .orElseThrow(() -> Problem.of(CommonProblem.INVALID_REQUEST, "The import needs a file as its body"));
        Job job = jobs.start("enterprise-import", progress -> work(file, csv, areas, progress));
        return Answer.accepted(job.location(), job);
    }

    private void work(Path file, boolean csv, List<String> areas, JobProgress progress) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonRows rows = csv
                        ? new CsvRows(in, EnterpriseColumns.NAMES, EnterpriseColumns::put)
                        : new JsonLines(in, json)) {
            long row = 0;
            while (rows.hasNext() && !progress.isCancelled()) {
                enter(rows, ++row, areas, progress);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void enter(JsonRows rows, long row, List<String> areas, JobProgress progress) throws IOException {
        try {
            ImportedEnterprise enterprise = checks.valid(rows.next(), ImportedEnterprise.class);
            String status = QuarkusTransaction.requiringNew().call(() -> registrar.enter(enterprise, areas));
            progress.row(row, status, enterprise.uscc());
        } catch (Problem refusal) {
            progress.refused(row, refusal);
        }
    }
}
