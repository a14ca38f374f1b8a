package org.qualityzones.correctiveaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;

/** Counts a producer's corrective actions that are not closed, now and at past instants. */
@ApplicationScoped
public class CorrectiveActionCounts {

    private static final String COUNT = """
            SELECT count(*), count(*) FILTER (WHERE status = 'OPEN' AND deadline < ?) FROM corrective_action
            WHERE producer = ? AND status IN ('OPEN', 'SUBMITTED')
            """;

    private static final String COUNT_OF_EACH = """
            SELECT wanted.producer, counted.* FROM unnest(?) AS wanted (producer) CROSS JOIN LATERAL (
                SELECT count(*), count(*) FILTER (WHERE status = 'OPEN' AND deadline < ?) FROM corrective_action
                WHERE producer = wanted.producer AND status IN ('OPEN', 'SUBMITTED')) counted
            """;

    /** Open from its opening to its closing; since when it was submitted, and its deadline then, is in its versions. */
    private static final String COUNT_AT = """
            SELECT count(*), count(*) FILTER (WHERE v.status = 'OPEN' AND v.deadline < ?),
                count(*) FILTER (WHERE v.status IS NULL)
            FROM corrective_action a LEFT JOIN LATERAL (
                SELECT status, deadline FROM corrective_action_version
                WHERE action_id = a.id AND recorded_at <= ? ORDER BY version DESC LIMIT 1) v ON true
            WHERE a.producer = ? AND a.opened_at <= ? AND (a.closed_at IS NULL OR a.closed_at > ?)
            """;

    private static final String KEEP = """
            INSERT INTO corrective_action_version (action_id, version, status, deadline, recorded_at)
            VALUES (?, ?, ?, ?, ?)
            """;

    private final DataSource dataSource;
    private final Answers answers;

    CorrectiveActionCounts(DataSource dataSource) {
        this.dataSource = dataSource;
        this.answers = new Answers(dataSource, "The corrective actions cannot be counted");
    }

    /** @param overdue those of the open ones not submitted by their deadline */
    public record Count(long open, long overdue) {}

    /**
     * What was open at an instant, and overdue on a day.
     *
     * @param overdueKnown whether it is on record of each whether it was submitted by then
     */
    public record CountAt(long open, long overdue, boolean overdueKnown) {}

    /** What was open at an instant, and overdue on its day. */
    public CountAt at(Instant instant, LocalDate day, String producer) {
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        return answers.one(
                COUNT_AT,
                row -> new CountAt(row.getLong(1), row.getLong(2), row.getLong(3) == 0),
                day,
                at,
                producer,
                at,
                at);
    }

    /** Keeps the version of a corrective action, in the running transaction. */
    void keep(CorrectiveAction action, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setObject(1, action.id());
            keep.setLong(2, action.version());
            keep.setString(3, action.status().name());
            keep.setObject(4, action.deadline());
            keep.setObject(5, now.atOffset(ZoneOffset.UTC));
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The version of corrective action " + action.id() + " is not kept", e);
        }
    }

    /** What is open, and overdue on a day. */
    public Count on(LocalDate day, String producer) {
        return answers.to(counted(day, producer));
    }

    /** The same, to be asked. */
    public static Query<Count> counted(LocalDate day, String producer) {
        return Query.one(COUNT, row -> new Count(row.getLong(1), row.getLong(2)), day, producer);
    }

    /** The same of each producer. */
    public Map<String, Count> on(LocalDate day, Set<String> producers) {
        return answers.ofEach(
                COUNT_OF_EACH,
                row -> row.getString(1),
                row -> new Count(row.getLong(2), row.getLong(3)),
                producers,
                day);
    }
}
