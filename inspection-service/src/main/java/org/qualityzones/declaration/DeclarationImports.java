package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.jobs.Job;
import org.qualityzones.web.jobs.JobProgress;
import org.qualityzones.web.jobs.Jobs;
import org.qualityzones.web.rows.JsonLines;
import org.qualityzones.web.rows.RowChecks;

/** Works through files of declarations, several in a transaction; memory grows by a few dozen bytes a row. */
@ApplicationScoped
class DeclarationImports {

    static final int MOST_ROWS = 100_000;

    private final Jobs jobs;
    private final RowChecks checks;
    private final ImportedRows rows;
    private final ObjectMapper json;
    private final Audit audit;

    DeclarationImports(Jobs jobs, RowChecks checks, ImportedRows rows, ObjectMapper json, Audit audit) {
        this.jobs = jobs;
        this.checks = checks;
        this.rows = rows;
        this.json = json;
        this.audit = audit;
    }

    /** Takes the file of this request over and starts the work on it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer start(CurrentRequest request, Filer filer) {
        Path file = request.takeSpooled().orElseThrow(() -> Problems.invalid("", "required", "A file is needed"));
        long total = count(file);
        Job job = jobs.start("declarations-import", progress -> work(file, total, filer, progress));
        audit.record("declarations.import", job.id().toString(), null);
        return Answer.accepted(job.location(), job);
    }

    private static long count(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            long total = RowCount.of(lines, MOST_ROWS + 1L);
            if (total <= MOST_ROWS) {
                return total;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
        Problem refusal = Problems.invalid("", "too-many-rows", "A file has up to " + MOST_ROWS + " rows");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            refusal.addSuppressed(e);
        }
        throw refusal;
    }

    private void work(Path file, long total, Filer filer, JobProgress progress) throws IOException {
        progress.total(total);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonLines lines = new JsonLines(in, json);
                ImportedRows.Entry entry = rows.enter(filer, progress)) {
            RowKeys keys = new RowKeys();
            Batch batch = new Batch();
            for (long row = 1; lines.hasNext() && !progress.isCancelled(); row++) {
                batch = add(read(lines, row, keys), batch, entry);
            }
            if (!progress.isCancelled()) {
                entry.begin(batch);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Batch add(Batch.Row row, Batch batch, ImportedRows.Entry entry) {
        if (batch.takes(row)) {
            batch.add(row);
            return batch;
        }
        entry.begin(batch);
        Batch next = new Batch();
        next.add(row);
        return next;
    }

    private Batch.Row read(JsonLines lines, long row, RowKeys keys) throws IOException {
        try {
            JsonNode tree = lines.next();
            return Batch.Row.of(row, keys.of(tree), checks.valid(tree, DeclarationCommands.Filing.class));
        } catch (Problem refusal) {
            return Batch.Row.refused(row, refusal);
        }
    }
}
