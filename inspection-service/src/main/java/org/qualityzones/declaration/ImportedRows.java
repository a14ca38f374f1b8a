package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.qualityzones.copies.KnownParties;
import org.qualityzones.decisionrecord.DecisionRecorder;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.web.Problem;
import org.qualityzones.web.jobs.JobProgress;

/** Files rows of an import and remembers them, so that the same file again changes nothing. */
@ApplicationScoped
class ImportedRows {

    private static final Logger LOG = Logger.getLogger(ImportedRows.class);
    private static final String KNOWN =
            "SELECT row_key, declaration_id FROM declaration_import WHERE filed_by = ? AND row_key = ANY (?)";
    private static final String KEEP = """
            INSERT INTO declaration_import (filed_by, row_key, declaration_id)
            SELECT ?, row_key, declaration_id FROM unnest(?, ?) AS t (row_key, declaration_id)
            """;

    private final DeclarationFiling filings;
    private final FilingRules rules;
    private final DataSource dataSource;
    private final Clock clock;

    ImportedRows(DeclarationFiling filings, FilingRules rules, DataSource dataSource, Clock clock) {
        this.filings = filings;
        this.rules = rules;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Files the rows in one transaction and reports them. Where that fails, as it does when somebody files one of them at the
     * same time, each is filed by itself.
     */
    void enter(Batch batch, Filer filer, JobProgress progress) {
        List<JobProgress.Reported> outcomes;
        try {
            outcomes = QuarkusTransaction.requiringNew().call(() -> file(batch, filer));
        } catch (RuntimeException failure) {
            if (batch.rows().size() < 2) {
                throw failure;
            }
            LOG.debugf(failure, "%d rows are filed one by one", batch.rows().size());
            batch.rows().forEach(row -> enter(Batch.of(row), filer, progress));
            return;
        }
        progress.rows(outcomes);
    }

    private List<JobProgress.Reported> file(Batch batch, Filer filer) {
        Instant now = clock.instant();
        KnownParties parties = rules.parties();
        Map<Batch.Row, UUID> known = known(batch, filer);
        Map<Batch.Row, Problem> refused = new HashMap<>();
        List<Batch.Row> wanted = new ArrayList<>();
        for (Batch.Row row : batch.rows()) {
            if (row.refusal() != null) {
                refused.put(row, row.refusal());
            } else if (!known.containsKey(row)) {
                check(row, filer, parties, now, refused);
                if (!refused.containsKey(row)) {
                    wanted.add(row);
                }
            }
        }
        Map<Batch.Row, UUID> created = file(wanted, filer, parties, now);
        return batch.rows().stream()
                .map(row -> outcome(row, known.get(row), created.get(row), refused.get(row)))
                .toList();
    }

    private void check(Batch.Row row, Filer filer, KnownParties parties, Instant now, Map<Batch.Row, Problem> refused) {
        try {
            FilingRules.checkRows(row.filing(), filer, ShanghaiDays.of(now), parties);
            filings.check(row.filing(), filer, parties, now);
        } catch (Problem refusal) {
            refused.put(row, refusal);
        }
    }

    private Map<Batch.Row, UUID> file(List<Batch.Row> rows, Filer filer, KnownParties parties, Instant now) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Declaration, Map<UUID, JsonNode>> filed = filings.file(
                rows.stream().map(Batch.Row::filing).toList(), filer, parties, DecisionRecorder.Recorded::brief, now);
        List<UUID> ids = filed.keySet().stream().map(Declaration::id).toList();
        keep(rows, ids, filer);
        Map<Batch.Row, UUID> created = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            created.put(rows.get(i), ids.get(i));
        }
        return created;
    }

    private static JobProgress.Reported outcome(Batch.Row row, UUID known, UUID created, Problem refusal) {
        if (refusal != null) {
            return new JobProgress.Reported(row.number(), "refused", null, refusal);
        }
        return known == null
                ? new JobProgress.Reported(row.number(), "created", created.toString(), null)
                : new JobProgress.Reported(row.number(), "unchanged", known.toString(), null);
    }

    private Map<Batch.Row, UUID> known(Batch batch, Filer filer) {
        List<Batch.Row> rows =
                batch.rows().stream().filter(row -> row.key() != null).toList();
        Map<Batch.Row, UUID> known = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, filer.key());
            select.setArray(2, connection.createArrayOf("bytea", keys(rows)));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    byte[] key = found.getBytes(1);
                    UUID declaration = found.getObject(2, UUID.class);
                    rows.stream()
                            .filter(row -> Arrays.equals(row.key(), key))
                            .forEach(row -> known.put(row, declaration));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("The imported rows cannot be read", e);
        }
    }

    private void keep(List<Batch.Row> rows, List<UUID> declarations, Filer filer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, filer.key());
            keep.setArray(2, connection.createArrayOf("bytea", keys(rows)));
            keep.setArray(3, connection.createArrayOf("uuid", declarations.toArray()));
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The imported rows cannot be kept", e);
        }
    }

    private static Object[] keys(List<Batch.Row> rows) {
        return rows.stream().map(Batch.Row::key).toArray(byte[][]::new);
    }
}
