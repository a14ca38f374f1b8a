package org.qualityzones.declaration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.qualityzones.copies.KnownParties;
import org.qualityzones.decisionrecord.DecisionRecorder;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.web.Actor;
import org.qualityzones.web.Problem;
import org.qualityzones.web.RequestIds;
import org.qualityzones.web.jobs.JobProgress;

/** Files rows of an import and remembers them, so that the same file again changes nothing. */
@ApplicationScoped
class ImportedRows {

    private static final Logger LOG = Logger.getLogger(ImportedRows.class);

    /** Transactions that one import has under way. */
    private static final int AT_ONCE = 2;

    private static final String KNOWN =
            "SELECT row_key, declaration_id FROM declaration_import WHERE filed_by = ? AND row_key = ANY (?)";
    private static final String KEEP = """
            INSERT INTO declaration_import (filed_by, row_key, declaration_id)
            SELECT ?, row_key, declaration_id FROM unnest(?, ?) AS t (row_key, declaration_id)
            """;

    private final DeclarationFiling filings;
    private final FilingRules rules;
    private final DataSource dataSource;
    private final Actor actor;
    private final ExecutorService threads;
    private final Clock clock;

    ImportedRows(
            DeclarationFiling filings,
            FilingRules rules,
            DataSource dataSource,
            Actor actor,
            @VirtualThreads ExecutorService threads,
            Clock clock) {
        this.filings = filings;
        this.rules = rules;
        this.dataSource = dataSource;
        this.actor = actor;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * What the rows of one batch share.
     *
     * @param names of what is to be filed, by row
     */
    private record Common(Filer filer, Instant now, Map<Batch.Row, DeclarationFiling.Named> names) {}

    /** The batches of one file, one after the other: while one is filed, the next can be read. Not for concurrent use. */
    final class Entry implements AutoCloseable {

        private final Filer filer;
        private final JobProgress progress;
        private List<Part> underWay = List.of();

        private Entry(Filer filer, JobProgress progress) {
            this.filer = filer;
            this.progress = progress;
        }

        /** Begins to file the rows once those before are filed. */
        void begin(Batch batch) {
            close();
            Common common = common(batch.rows(), filer);
            underWay = batch.parts(AT_ONCE).stream()
                    .map(part -> ImportedRows.this.begin(part, common))
                    .toList();
        }

        /** Waits for what is under way and reports it. */
        @Override
        public void close() {
            List<Part> parts = underWay;
            underWay = List.of();
            report(parts, progress);
        }
    }

    /**
     * Begins an import. Rows are reported in their order. Those of one producer are filed in one transaction, those of others
     * may be in another at the same time. Where one fails, as it does when somebody files one of its rows at the same time,
     * each half of it is filed by itself, down to the row.
     */
    Entry enter(Filer filer, JobProgress progress) {
        return new Entry(filer, progress);
    }

    /** Rows that are being filed. @param outcomes of those that are, to be read after the end */
    private record Part(List<JobProgress.Reported> outcomes, CompletableFuture<Void> end) {}

    private static void report(List<Part> parts, JobProgress progress) {
        List<JobProgress.Reported> outcomes = new ArrayList<>();
        RuntimeException failure = null;
        for (Part part : parts) {
            try {
                part.end().join();
            } catch (CompletionException e) {
                failure = e.getCause() instanceof RuntimeException cause ? cause : e;
            }
            outcomes.addAll(part.outcomes());
        }
        outcomes.sort(Comparator.comparingLong(JobProgress.Reported::row));
        progress.rows(outcomes);
        if (failure != null) {
            throw failure;
        }
    }

    private Common common(List<Batch.Row> rows, Filer filer) {
        Instant now = clock.instant();
        Map<ByteBuffer, UUID> known = known(rows, filer);
        List<Batch.Row> readable = rows.stream()
                .filter(row -> row.filing() != null && !known.containsKey(key(row)))
                .toList();
        List<DeclarationFiling.Named> named =
                filings.named(readable.stream().map(Batch.Row::filing).toList(), now);
        Map<Batch.Row, DeclarationFiling.Named> names = new IdentityHashMap<>();
        for (int i = 0; i < named.size(); i++) {
            names.put(readable.get(i), named.get(i));
        }
        return new Common(filer, now, names);
    }

    private Part begin(List<Batch.Row> rows, Common common) {
        String requestId = RequestIds.current();
        Actor.Identity starter = actor.current();
        List<JobProgress.Reported> outcomes = new ArrayList<>();
        Runnable work = () -> {
            RequestIds.enter(requestId);
            Actor.run(starter, () -> enter(rows, common, outcomes));
        };
        return new Part(outcomes, CompletableFuture.runAsync(work, threads));
    }

    private void enter(List<Batch.Row> rows, Common common, List<JobProgress.Reported> outcomes) {
        try {
            outcomes.addAll(QuarkusTransaction.requiringNew().call(() -> file(rows, common)));
        } catch (RuntimeException failure) {
            if (rows.size() < 2) {
                throw failure;
            }
            LOG.debugf(failure, "%d rows are filed by halves", rows.size());
            int half = rows.size() / 2;
            enter(rows.subList(0, half), common, outcomes);
            enter(rows.subList(half, rows.size()), common, outcomes);
        }
    }

    private List<JobProgress.Reported> file(List<Batch.Row> rows, Common common) {
        List<DeclarationCommands.Filing> read =
                rows.stream().map(Batch.Row::filing).filter(Objects::nonNull).toList();
        KnownParties parties = rules.partiesOf(read);
        Set<String> taken = filings.takenReferences(read, common.filer());
        Map<ByteBuffer, UUID> known = known(rows, common.filer());
        Map<Batch.Row, Problem> refused = new IdentityHashMap<>();
        List<Batch.Row> wanted = new ArrayList<>();
        for (Batch.Row row : rows) {
            if (row.refusal() != null) {
                refused.put(row, row.refusal());
            } else if (!known.containsKey(key(row))) {
                refusal(row, common, taken, parties)
                        .ifPresentOrElse(problem -> refused.put(row, problem), () -> wanted.add(row));
            }
        }
        file(wanted, common, parties);
        return rows.stream()
                .map(row -> outcome(row, known, refused.get(row), common.names().get(row)))
                .toList();
    }

    private static Optional<Problem> refusal(Batch.Row row, Common common, Set<String> taken, KnownParties parties) {
        try {
            FilingRules.checkRows(row.filing(), common.filer(), ShanghaiDays.of(common.now()), parties);
            DeclarationFiling.check(row.filing(), taken, parties, common.now());
            return Optional.empty();
        } catch (Problem refusal) {
            return Optional.of(refusal);
        }
    }

    private void file(List<Batch.Row> rows, Common common, KnownParties parties) {
        if (rows.isEmpty()) {
            return;
        }
        List<DeclarationFiling.Named> named =
                rows.stream().map(common.names()::get).toList();
        filings.file(named, common.filer(), parties, DecisionRecorder.Recorded::brief, common.now());
        keep(rows, named, common.filer());
    }

    private static JobProgress.Reported outcome(
            Batch.Row row, Map<ByteBuffer, UUID> known, Problem refusal, DeclarationFiling.Named named) {
        if (refusal != null) {
            return new JobProgress.Reported(row.number(), "refused", null, refusal);
        }
        UUID earlier = known.get(key(row));
        return earlier == null
                ? new JobProgress.Reported(row.number(), "created", named.id().toString(), null)
                : new JobProgress.Reported(row.number(), "unchanged", earlier.toString(), null);
    }

    private static ByteBuffer key(Batch.Row row) {
        return ByteBuffer.wrap(row.key());
    }

    private Map<ByteBuffer, UUID> known(List<Batch.Row> rows, Filer filer) {
        List<Batch.Row> keyed = rows.stream().filter(row -> row.key() != null).toList();
        Map<ByteBuffer, UUID> known = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, filer.key());
            select.setArray(2, connection.createArrayOf("bytea", keys(keyed)));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    known.put(ByteBuffer.wrap(found.getBytes(1)), found.getObject(2, UUID.class));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("The imported rows cannot be read", e);
        }
    }

    private void keep(List<Batch.Row> rows, List<DeclarationFiling.Named> declarations, Filer filer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, filer.key());
            keep.setArray(2, connection.createArrayOf("bytea", keys(rows)));
            keep.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid",
                            declarations.stream()
                                    .map(DeclarationFiling.Named::id)
                                    .toArray()));
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The imported rows cannot be kept", e);
        }
    }

    private static Object[] keys(List<Batch.Row> rows) {
        return rows.stream().map(Batch.Row::key).toArray(byte[][]::new);
    }
}
