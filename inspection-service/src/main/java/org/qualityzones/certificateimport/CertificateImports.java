package org.qualityzones.certificateimport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.reference.CsvFile;
import org.qualityzones.reference.NdjsonFile;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.jobs.Job;
import org.qualityzones.web.jobs.JobProgress;
import org.qualityzones.web.jobs.Jobs;

/** Works through import files row by row; each row is a transaction of its own. */
@ApplicationScoped
class CertificateImports {

    private final Jobs jobs;
    private final RowRegistrar registrar;
    private final Audit audit;
    private final Clock clock;

    CertificateImports(Jobs jobs, RowRegistrar registrar, Audit audit, Clock clock) {
        this.jobs = jobs;
        this.registrar = registrar;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes the file of this request over and starts the work on it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer start(CurrentRequest request, boolean csv) {
        Path file = request.takeSpooled().orElseThrow(() -> Problems.invalid("", "required", "A file is needed"));
        Rows rows = open(file, csv);
        Job job = jobs.start("certificates-import", progress -> work(file, rows, progress));
        audit.record("certificates.import", job.id().toString(), null);
        return Answer.accepted(job.location(), job);
    }

    private void work(Path file, Rows rows, JobProgress progress) throws IOException {
        try {
            rows.forEach(progress, row -> {
                Instant now = clock.instant();
                LocalDate today = ShanghaiDays.of(now);
                ImportedRow imported = ImportedRow.of(row, today);
                return QuarkusTransaction.requiringNew().call(() -> registrar.enter(imported, now));
            });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Rows open(Path file, boolean csv) {
        try {
            return csv
                    ? CsvFile.open(file, ImportedRow.COLUMNS)::forEach
                    : NdjsonFile.of(file, ImportedRow.COLUMNS)::forEach;
        } catch (Problem refusal) {
            delete(file, refusal);
            throw refusal;
        }
    }

    private static void delete(Path file, Problem refusal) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            refusal.addSuppressed(e);
        }
    }

    /** The rows of a file, whatever its form. */
    @FunctionalInterface
    private interface Rows {
        void forEach(JobProgress progress, CsvFile.RowWork work) throws IOException;
    }
}
