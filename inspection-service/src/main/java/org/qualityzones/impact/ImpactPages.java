package org.qualityzones.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.web.DatabaseException;

/** The decisions that the rules made in a period, page by page in the order they were made. */
@ApplicationScoped
class ImpactPages {

    private static final String COUNT = """
            SELECT count(*) FROM decision
            WHERE decided_at >= ? AND decided_at < ? AND cause IS DISTINCT FROM 'OVERRIDE'
            """;
    /** An override is no decision of the rules: neither counted itself, nor does what it took the place of stop counting. */
    private static final String PAGES = """
            SELECT d.id, d.decided_at, d.outcome, d.facts, l.producer, d.current,
                   CASE WHEN d.current AND d.outcome IN ('SAMPLE', 'FULL_INSPECTION') THEN
                       (SELECT i.status FROM inspection i
                        WHERE i.declaration_id = d.declaration_id AND i.line_no = d.line_no AND i.kind = 'ORIGINAL'
                          AND i.status IN ('ACCEPTED', 'REJECTED') LIMIT 1) END
            FROM (SELECT d.id, d.decided_at, d.outcome, d.facts, d.declaration_id, d.line_no,
                         NOT EXISTS (SELECT 1 FROM decision s
                                     WHERE s.supersedes = d.id AND s.cause IS DISTINCT FROM 'OVERRIDE') AS current
                  FROM decision d
                  WHERE (d.decided_at, d.id) > (?, ?) AND d.decided_at < ? AND d.cause IS DISTINCT FROM 'OVERRIDE'
                  ORDER BY d.decided_at, d.id LIMIT ?) d
            JOIN declaration_line l ON l.declaration_id = d.declaration_id AND l.line_no = d.line_no
            ORDER BY d.decided_at, d.id
            """;

    private final DataSource dataSource;

    ImpactPages(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One decision.
     *
     * @param outcome null when what is stored is none
     * @param lot what the inspection of its lot came to; null when the line was decided again since
     */
    record Decided(UUID id, Instant at, Outcome outcome, byte[] facts, String producer, ImpactTally.Lot lot) {

        Place place() {
            return new Place(at, id);
        }
    }

    /** A place in the order in which decisions are read: behind the decision of this instant and id. */
    record Place(Instant at, UUID id) {

        private static final UUID FIRST = new UUID(0, 0);

        /** Before everything decided at this instant or later. */
        static Place before(Instant from) {
            return new Place(from, FIRST);
        }
    }

    long count(Instant from, Instant until) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setTimestamp(1, Timestamp.from(from));
            select.setTimestamp(2, Timestamp.from(until));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The next decisions after one, at most {@code limit}. */
    List<Decided> after(Place place, Instant until, int limit) {
        List<Decided> decided = new ArrayList<>(limit);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGES)) {
            select.setTimestamp(1, Timestamp.from(place.at()));
            select.setObject(2, place.id());
            select.setTimestamp(3, Timestamp.from(until));
            select.setInt(4, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    decided.add(decided(row));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return decided;
    }

    private static Decided decided(ResultSet row) throws SQLException {
        String judged = row.getString(7);
        ImpactTally.Lot lot = judged == null ? ImpactTally.Lot.NOT_JUDGED : ImpactTally.Lot.valueOf(judged);
        return new Decided(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                outcome(row.getString(3)),
                row.getBytes(4),
                row.getString(5),
                row.getBoolean(6) ? lot : null);
    }

    /** Null where what is stored is none. */
    private static Outcome outcome(String stored) {
        try {
            return Outcome.valueOf(stored);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static DatabaseException failure(SQLException e) {
        return new DatabaseException("The decisions of a period cannot be read", e);
    }
}
