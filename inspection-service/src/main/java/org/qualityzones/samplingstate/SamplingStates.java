package org.qualityzones.samplingstate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.qualityzones.factchange.FactChange;
import org.qualityzones.factchange.FactChanges;
import org.qualityzones.sampling.SamplingState;
import org.qualityzones.sampling.Switching;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;

/** The switching state of every producer and HS heading; one that was never inspected is in normal inspection. */
@ApplicationScoped
public class SamplingStates {

    private static final String COLUMNS =
            "hs_heading, state, score, recent, rejected_tightened, changed_at, steady, approved, version";
    private static final String FIND =
            "SELECT " + COLUMNS + " FROM sampling_state WHERE uscc = ? AND hs_heading = ? ORDER BY hs_heading";
    private static final String STATES = """
            SELECT s.uscc, s.hs_heading, s.state FROM unnest(?, ?) AS wanted (uscc, hs_heading)
            JOIN sampling_state s ON s.uscc = wanted.uscc AND s.hs_heading = wanted.hs_heading
            """;
    private static final String LOCK = FIND + " FOR UPDATE";
    private static final String ALL = "SELECT " + COLUMNS
            + " FROM sampling_state WHERE uscc = ? AND starts_with(hs_heading, ?) ORDER BY hs_heading";
    private static final String BEGIN = """
            INSERT INTO sampling_state (uscc, hs_heading, state, score, recent, rejected_tightened, changed_at)
            VALUES (?, ?, 'NORMAL', 0, '', 0, ?) ON CONFLICT DO NOTHING
            """;
    private static final String WRITE = """
            UPDATE sampling_state SET state = ?, score = ?, recent = ?, rejected_tightened = ?, changed_at = ?,
                steady = ?, approved = ?, version = version + 1
            WHERE uscc = ? AND hs_heading = ?
            """;
    private static final String AT = """
            SELECT (SELECT state FROM sampling_state_version
                    WHERE uscc = ? AND hs_heading = ? AND changed_at <= ? ORDER BY changed_at DESC, seq DESC LIMIT 1),
                EXISTS (SELECT 1 FROM sampling_state_version
                    WHERE uscc = ? AND hs_heading = ? AND changed_at > ? AND backfilled)
            """;
    private static final int HEADING = 4;

    private final DataSource dataSource;
    private final Answers answers;
    private final FactChanges changes;

    SamplingStates(DataSource dataSource, FactChanges changes) {
        this.changes = changes;
        this.dataSource = dataSource;
        this.answers = new Answers(dataSource, "The sampling states cannot be read");
    }

    /** One row. @param version 0: nothing is on record yet; else it rises with each change */
    record Row(String heading, Switching switching, Switching.Conditions conditions, long version, Instant changedAt) {

        /** Normal inspection, no lot inspected yet. */
        static Row unrecorded(String heading) {
            return new Row(heading, Switching.START, Switching.Conditions.USUAL, 0, null);
        }

        private Row after(Switching next, Switching.Conditions recorded) {
            return new Row(heading, next, recorded, version + 1, changedAt);
        }

        private boolean says(Row other) {
            return switching.equals(other.switching) && conditions.equals(other.conditions);
        }
    }

    /** The state that the next lot of this product is inspected in. @param hsCode at least the heading */
    public SamplingState of(String uscc, String hsCode) {
        return answers.to(state(uscc, hsCode)).orElse(SamplingState.NORMAL);
    }

    /** The same, to be asked; none where no lot was inspected yet. */
    public static Query<Optional<SamplingState>> state(String uscc, String hsCode) {
        return Query.first(FIND, row -> SamplingState.valueOf(row.getString(2)), uscc, heading(hsCode));
    }

    /** A product of a producer, by its HS heading. */
    public record Product(String uscc, String heading) {

        public static Product of(String uscc, String hsCode) {
            return new Product(uscc, SamplingStates.heading(hsCode));
        }
    }

    /** The state that the next lot of each product is inspected in. */
    public Map<Product, SamplingState> of(Set<Product> products) {
        List<Product> wanted = List.copyOf(products);
        Map<Product, SamplingState> states = answers.ofEach(
                STATES,
                row -> new Product(row.getString(1), row.getString(2)),
                row -> SamplingState.valueOf(row.getString(3)),
                wanted.stream().map(Product::uscc).toList(),
                wanted.stream().map(Product::heading).toList());
        products.forEach(product -> states.putIfAbsent(product, SamplingState.NORMAL));
        return states;
    }

    /** The state at a past instant; empty where nobody kept what it was before a change that is on record. */
    public Optional<SamplingState> at(Instant instant, String uscc, String hsCode) {
        String heading = heading(hsCode);
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        return answers.one(AT, SamplingStates::past, uscc, heading, at, uscc, heading, at);
    }

    private static Optional<SamplingState> past(ResultSet row) throws SQLException {
        String state = row.getString(1);
        if (state != null) {
            return Optional.of(SamplingState.valueOf(state));
        }
        return row.getBoolean(2) ? Optional.empty() : Optional.of(SamplingState.NORMAL);
    }

    /** Takes a lot's first inspection into account, in the running transaction; lots of one product wait for each other. */
    public SamplingState judged(String uscc, String hsCode, Switching.Lot lot, Instant now) {
        return change(
                        uscc,
                        heading(hsCode),
                        now,
                        row -> row.after(row.switching().after(lot, row.conditions()), row.conditions()))
                .switching()
                .state();
    }

    /** Corrective action was confirmed effective: discontinued inspection goes on, tightened. */
    public SamplingState corrected(String uscc, String hsCode, Instant now) {
        changes.record(FactChange.Kind.ENTERPRISE, uscc);
        return change(
                        uscc,
                        heading(hsCode),
                        now,
                        row -> row.after(row.switching().corrected(), row.conditions()))
                .switching()
                .state();
    }

    /** What reduced inspection asks for, as an office records it. */
    Row record(String uscc, String heading, UnaryOperator<Switching.Conditions> recorded, Instant now) {
        return change(uscc, heading, now, row -> {
            Switching.Conditions conditions = recorded.apply(row.conditions());
            return row.after(row.switching().under(conditions), conditions);
        });
    }

    /** The row of a heading, locked until the transaction ends where there is one. */
    Optional<Row> forUpdate(String uscc, String heading) {
        try (Connection connection = dataSource.getConnection()) {
            return rows(connection, LOCK, uscc, heading).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("The sampling state cannot be read", e);
        }
    }

    /** The row of a heading; empty when nothing is on record: normal inspection. */
    Optional<Row> find(String uscc, String heading) {
        try (Connection connection = dataSource.getConnection()) {
            return rows(connection, FIND, uscc, heading).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("The sampling state cannot be read", e);
        }
    }

    /** The states on record of one producer. @param hsPrefix empty for all of them */
    List<Row> list(String uscc, String hsPrefix) {
        try (Connection connection = dataSource.getConnection()) {
            return rows(connection, ALL, uscc, hsPrefix.substring(0, Math.min(HEADING, hsPrefix.length())));
        } catch (SQLException e) {
            throw new IllegalStateException("The sampling states cannot be read", e);
        }
    }

    private Row change(String uscc, String heading, Instant now, UnaryOperator<Row> change) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, uscc);
            begin.setString(2, heading);
            begin.setObject(3, now.atOffset(ZoneOffset.UTC));
            begin.executeUpdate();
            Row before = rows(connection, LOCK, uscc, heading).getFirst();
            Row after = change.apply(before);
            if (after.says(before)) {
                return before;
            }
            write(connection, uscc, after, now);
            return after;
        } catch (SQLException e) {
            throw new IllegalStateException("The sampling state cannot be written", e);
        }
    }

    private static void write(Connection connection, String uscc, Row row, Instant now) throws SQLException {
        Switching after = row.switching();
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            StringBuilder recent = new StringBuilder();
            after.recent().forEach(accepted -> recent.append(accepted ? 'A' : 'R'));
            write.setString(1, after.state().name());
            write.setInt(2, after.score());
            write.setString(3, recent.toString());
            write.setInt(4, after.rejectedTightened());
            write.setObject(5, now.atOffset(ZoneOffset.UTC));
            write.setBoolean(6, row.conditions().steady());
            write.setBoolean(7, row.conditions().approved());
            write.setString(8, uscc);
            write.setString(9, row.heading());
            write.executeUpdate();
        }
    }

    private static List<Row> rows(Connection connection, String sql, String uscc, String heading) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, uscc);
            select.setString(2, heading);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            new Switching(
                                    SamplingState.valueOf(row.getString(2)),
                                    row.getInt(3),
                                    row.getString(4)
                                            .chars()
                                            .mapToObj(lot -> lot == 'A')
                                            .toList(),
                                    row.getInt(5)),
                            new Switching.Conditions(row.getBoolean(7), row.getBoolean(8)),
                            row.getLong(9),
                            row.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
            return rows;
        }
    }

    private static String heading(String hsCode) {
        return hsCode.substring(0, HEADING);
    }
}
