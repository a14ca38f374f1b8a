package org.qualityzones.web.jobs;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.qualityzones.web.DatabaseException;
import org.qualityzones.web.ServiceName;

/** The tables of jobs and their rows, in plain JDBC inside the caller's transaction. */
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
class JobTable {

    private static final String COLUMNS = "id, kind, state, done, total, owner, started_at, finished_at, failure";

    private static final String ADD_ROWS = """
            with added as (
                insert into job_row (job_id, row, status, ref, problem, remarks)
                select ?, row, status, ref, problem, remarks::text[]
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as t (row, status, ref, problem, remarks)
                on conflict do nothing
                returning row)
            update job set done = done + (select count(*) from added), touched_at = ? where id = ? returning cancel
            """;

    private final DataSource dataSource;
    private final ServiceName service;
    private final Clock clock;

    JobTable(DataSource dataSource, ServiceName service, Clock clock) {
        this.dataSource = dataSource;
        this.service = service;
        this.clock = clock;
    }

    void insert(UUID id, String kind, String owner) {
        update(
                "insert into job (id, kind, state, done, owner, started_at, touched_at)"
                        + " values (?, ?, 'RUNNING', 0, ?, ?, ?)",
                id,
                kind,
                owner,
                now(),
                now());
    }

    Optional<Owned> find(UUID id) {
        return query("select " + COLUMNS + " from job where id = ?", this::owned, id).stream()
                .findFirst();
    }

    void setTotal(UUID id, long total) {
        update("update job set total = ?, touched_at = ? where id = ?", total, now(), id);
    }

    /** Adds a row's outcome once; answers true when the job is to be cancelled. */
    boolean addRow(UUID id, JobRow row) {
        return addRows(id, List.of(row));
    }

    /** The same of several rows. */
    boolean addRows(UUID id, List<JobRow> rows) {
        return query(
                        ADD_ROWS,
                        result -> result.getBoolean(1),
                        id,
                        column(rows, Long[]::new, JobRow::row),
                        column(rows, String[]::new, JobRow::status),
                        column(rows, String[]::new, JobRow::id),
                        column(rows, String[]::new, JobRow::problem),
                        column(rows, String[]::new, row -> arrayLiteral(row.remarks())),
                        now(),
                        id)
                .getFirst();
    }

    private static <T> T[] column(List<JobRow> rows, IntFunction<T[]> array, Function<JobRow, T> value) {
        return rows.stream().map(value).toArray(array);
    }

    /** An array as text: columns of arrays of different lengths make no array of arrays. */
    private static String arrayLiteral(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Sets how much is done; answers true when the job is to be cancelled. */
    boolean setDone(UUID id, long done) {
        return query(
                        "update job set done = ?, touched_at = ? where id = ? returning cancel",
                        result -> result.getBoolean(1),
                        done,
                        now(),
                        id)
                .getFirst();
    }

    /** Tells that the job lives; answers true when it is to be cancelled. */
    boolean touch(UUID id) {
        return query(
                        "update job set touched_at = ? where id = ? returning cancel",
                        result -> result.getBoolean(1),
                        now(),
                        id)
                .getFirst();
    }

    void cancel(UUID id) {
        update("update job set cancel = true where id = ? and state = 'RUNNING'", id);
    }

    /** Ends a job; one that has succeeded has as many rows as it has done, where it told no total before. */
    void finish(UUID id, JobState state, String failure) {
        update(
                "update job set state = ?, total = case when ? then coalesce(total, done) else total end,"
                        + " finished_at = ?, failure = ? where id = ? and state = 'RUNNING'",
                state.name(),
                state == JobState.SUCCEEDED,
                now(),
                failure,
                id);
    }

    /** Takes over one running job of a kind that gave no sign of life for so long. */
    Optional<UUID> takeLost(String kind, Duration silence) {
        return query(
                        "update job set touched_at = ? where id = (select id from job where state = 'RUNNING' and kind = ?"
                                + " and touched_at < ? order by id limit 1 for update skip locked) returning id",
                        result -> result.getObject(1, UUID.class),
                        now(),
                        kind,
                        Timestamp.from(clock.instant().minus(silence)))
                .stream()
                .findFirst();
    }

    /** Fails the running jobs, of other kinds, that gave no sign of life for so long; answers how many. */
    int failLost(Duration silence, Collection<String> resumable) {
        return update(
                "update job set state = 'FAILED', finished_at = ?, failure = ? where state = 'RUNNING' and touched_at < ?"
                        + " and kind <> all (?)",
                now(),
                "The process that did the work has ended",
                Timestamp.from(clock.instant().minus(silence)),
                resumable.toArray(String[]::new));
    }

    /** Rows after a row number, in order. */
    List<JobRow> rows(UUID id, long after, int limit) {
        return query(
                "select row, status, ref, problem, remarks from job_row where job_id = ? and row > ? order by row limit ?",
                JobTable::row,
                id,
                after,
                limit);
    }

    private Owned owned(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Job.Progress progress = new Job.Progress(row.getLong(4), row.getObject(5, Long.class));
        Job job = new Job(
                id,
                row.getString(2),
                JobState.valueOf(row.getString(3)),
                progress,
                instant(row, 7),
                instant(row, 8),
                "/api/v1/" + service.value() + "/jobs/" + id + "/results",
                row.getString(9));
        return new Owned(job, row.getString(6));
    }

    private static JobRow row(ResultSet row) throws SQLException {
        List<String> remarks = List.of((String[]) row.getArray(5).getArray());
        return new JobRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), remarks);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private int update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseException("A job cannot be written", failure);
        }
    }

    private <T> List<T> query(String sql, Mapper<T> mapper, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(mapper.map(result));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new DatabaseException("A job cannot be read", failure);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.VARCHAR);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** A job and the key of the caller who started it. */
    record Owned(Job job, String owner) {}
}
