package org.qualityzones.alertimport;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.qualityzones.alert.AlertFlag;
import org.qualityzones.alert.AlertRecorder;
import org.qualityzones.alert.NewAlert;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problem;
import org.qualityzones.web.jobs.Job;
import org.qualityzones.web.jobs.JobProgress;
import org.qualityzones.web.jobs.Jobs;
import org.qualityzones.web.rows.RowChecks;

/** Works through files of alerts row by row; each row is a transaction of its own, so that a killed import goes on. */
@ApplicationScoped
class AlertImports {

    private final Jobs jobs;
    private final CurrentRequest request;
    private final Caller caller;
    private final AlertRecorder recorder;
    private final RowChecks checks;
    private final ObjectMapper json;
    private final Ids ids;

    AlertImports(
            Jobs jobs,
            CurrentRequest request,
            Caller caller,
            AlertRecorder recorder,
            RowChecks checks,
            ObjectMapper json,
            Ids ids) {
        this.jobs = jobs;
        this.request = request;
        this.caller = caller;
        this.recorder = recorder;
        this.checks = checks;
        this.json = json;
        this.ids = ids;
    }

    /** Takes the file of this request over and starts the work on it. */
    @Transactional(TxType.MANDATORY)
    Answer start(ImportFormat format) {
        List<String> bureaus = List.copyOf(caller.bureaus());
        Path file = request.takeSpooled()
                .orElseThrow(() -> Problem.of(CommonProblem.INVALID_REQUEST, "The import needs a file as its body"));
        Job job = jobs.start("alert-import", progress -> work(file, format, bureaus, progress));
        return Answer.accepted(job.location(), job);
    }

    private void work(Path file, ImportFormat format, List<String> bureaus, JobProgress progress) throws IOException {
        UUID importId = ids.next();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                AlertRowReader rows = reader(in, format)) {
            long row = 0;
            while (rows.hasNext() && !progress.isCancelled()) {
                enter(importId, rows, ++row, bureaus, progress);
            }
        } finally {
            recorder.end(importId);
            Files.delete(file);
        }
    }

    private AlertRowReader reader(InputStream in, ImportFormat format) throws IOException {
        return switch (format) {
            case RAPEX_WEEKLY -> new TableReader(in, new RapexWeekly());
            case SAFETY_GATE -> new TableReader(in, new SafetyGate());
            case CPSC -> new TableReader(in, new Cpsc());
            case NDJSON -> new LineReader(in, json, checks);
        };
    }

    private void enter(UUID importId, AlertRowReader rows, long row, List<String> bureaus, JobProgress progress)
            throws IOException {
        try {
            NewAlert alert = rows.next();
            AlertRecorder.Outcome outcome = recorder.enter(importId, alert, bureaus);
            progress.row(row, outcome.status(), outcome.id().toString(), remarks(alert));
        } catch (Problem refusal) {
            progress.refused(row, refusal);
        }
    }

    /** The flags that the row itself gives cause for, whether its alert is new or known. */
    private static List<String> remarks(NewAlert alert) {
        return alert.flags().stream().map(AlertFlag::name).toList();
    }
}
