package org.qualityzones.reference;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.jobs.Job;
import org.qualityzones.web.jobs.JobProgress;
import org.qualityzones.web.jobs.Jobs;

/** Takes CSV files in as jobs: one transaction for a file, and one file at a time under one name. */
@ApplicationScoped
public class CsvImports {

    private static final int TIMEOUT_SECONDS = 3600;

    private final DataSource dataSource;
    private final Jobs jobs;
    private final Audit audit;

    CsvImports(DataSource dataSource, Jobs jobs, Audit audit) {
        this.dataSource = dataSource;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** What is done with a file, within its transaction. */
    @FunctionalInterface
    public interface Work {
        void run(CsvFile csv, Connection connection, JobProgress progress) throws IOException, SQLException;
    }

    /** Starts the import of the request's body, whose first row must be the header; the file is deleted at the end. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Answer start(CurrentRequest request, String name, List<String> header, Work work) {
        Path file = request.takeSpooled().orElseThrow(() -> Problems.invalid("", "required", "A CSV file is needed"));
        CsvFile csv = open(file, header);
        Job job = jobs.start(name + "-import", progress -> {
            try {
                QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> run(name, csv, progress, work));
            } finally {
                Files.deleteIfExists(file);
            }
        });
        audit.record(name + ".import", job.id().toString(), null);
        return Answer.accepted(job.location(), job);
    }

    /** Runs an upsert that returns whether the row is new, or nothing when it changed nothing. */
    public static CsvFile.Outcome keep(PreparedStatement upsert, String id) throws SQLException {
        try (ResultSet row = upsert.executeQuery()) {
            String status = row.next() ? row.getBoolean(1) ? "created" : "updated" : "unchanged";
            return new CsvFile.Outcome(status, id);
        }
    }

    private static CsvFile open(Path file, List<String> header) {
        try {
            return CsvFile.open(file, header);
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

    private boolean run(String name, CsvFile csv, JobProgress progress, Work work) throws IOException, SQLException {
        try (Connection connection = dataSource.getConnection()) {
            takeTurns(connection, name);
            work.run(csv, connection, progress);
        }
        return true;
    }

    private static void takeTurns(Connection connection, String name) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('import'), hashtext(?))")) {
            lock.setString(1, name);
            lock.executeQuery().close();
        }
    }
}
