package org.qualityzones.gradeimport;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qualityzones.web.Answer;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.jobs.Job;
import org.qualityzones.web.jobs.JobProgress;
import org.qualityzones.web.jobs.Jobs;
import org.qualityzones.web.rows.CsvRows;
import org.qualityzones.web.rows.JsonLines;
import org.qualityzones.web.rows.JsonRows;
import org.qualityzones.web.rows.RowChecks;

/** Works through import files row by row; each row is a transaction of its own. */
@ApplicationScoped
class GradeImports {
    private final Jobs jobs;
    private final CurrentRequest request;
    private final RowChecks checks;
    private final GradeRegistrar registrar;
    private final ObjectMapper json;

    GradeImports(Jobs jobs, CurrentRequest request, RowChecks checks, GradeRegistrar registrar, ObjectMapper json) {
        this.jobs = jobs;
        this.request = request;
        this.checks = checks;
        this.registrar = registrar;
        this.json = json;
    }

    /** Takes the file of this request over and starts the work on it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer start(MediaType type) {
        if (type == null) {
            throw Problem.of(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Content-Type says whether the file is CSV or NDJSON");
        }
        boolean csv = "csv".equals(type.getSubtype());
        Path file =
                request.takeSpooled().orElseThrow(() -> Problems.invalid("", "required", "The request has no file"));
        Job job = jobs.start("zone-grade-import", progress -> work(file, csv, progress));
        return Answer.accepted(job.location(), job);
    }

    private void work(Path file, boolean csv, JobProgress progress) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonRows rows =
                        csv ? new CsvRows(in, GradeColumns.NAMES, GradeColumns::put) : new JsonLines(in, json)) {
            for (long row = 1; rows.hasNext() && !progress.isCancelled(); row++) {
                row(rows, row, progress);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void row(JsonRows rows, long row, JobProgress progress) throws IOException {
        try {
            ImportedGrade grade = checks.valid(rows.next(), ImportedGrade.class).consistent();
            RowStatus status = QuarkusTransaction.requiringNew().call(() -> registrar.register(grade));
            progress.row(row, status.wire(), grade.code());
        } catch (Problem refusal) {
            progress.refused(row, refusal);
        }
    }
}
