package org.qualityzones.exportvalue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;
import org.qualityzones.web.LateWrites;

/**
 * Export values by producer and day. Entries are only added, in the transaction that clears a line; {@link #addUp} turns
 * them into one row a day.
 */
@ApplicationScoped
public class ExportValues {

    private static final String ADD = """
            WITH entry AS (
                INSERT INTO export_value_entry (producer, day, usd_cents) VALUES (?, ?, ?)
                RETURNING producer, day, usd_cents)
            INSERT INTO export_value_version (producer, day, usd_cents, added_at)
            SELECT producer, day, usd_cents, ? FROM entry
            """;

    /** What was added since an instant, and whether everything is on record since then. */
    private static final String SINCE = """
            SELECT coalesce(sum(usd_cents), 0),
                NOT EXISTS (SELECT 1 FROM history_start WHERE name = 'export-value' AND since > ?)
            FROM export_value_version WHERE producer = ? AND added_at > ? AND day >= ?
            """;

    /** One statement, so one snapshot: an entry is seen either by itself or in its day. */
    private static final String SUM = """
            SELECT (SELECT coalesce(sum(usd_cents), 0) FROM export_value_day WHERE producer = ? AND day >= ?)
                + (SELECT coalesce(sum(usd_cents), 0) FROM export_value_entry WHERE producer = ? AND day >= ?)
            """;

    private static final String SUM_OF_EACH = """
            SELECT producer,
                (SELECT coalesce(sum(usd_cents), 0) FROM export_value_day d
                    WHERE d.producer = wanted.producer AND day >= ?)
                + (SELECT coalesce(sum(usd_cents), 0) FROM export_value_entry e
                    WHERE e.producer = wanted.producer AND day >= ?)
            FROM unnest(?) AS wanted (producer)
            """;

    private static final String ADD_UP = """
            WITH added AS (
                DELETE FROM export_value_entry WHERE id IN (
                    SELECT id FROM export_value_entry ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING producer, day, usd_cents),
            kept AS (
                INSERT INTO export_value_day AS d (producer, day, usd_cents)
                SELECT producer, day, sum(usd_cents) FROM added GROUP BY producer, day ORDER BY producer, day
                ON CONFLICT (producer, day) DO UPDATE SET usd_cents = d.usd_cents + excluded.usd_cents)
            SELECT count(*) FROM added
            """;
    private static final long CENTS = 100;

    private final DataSource dataSource;
    private final Answers answers;
    private final LateWrites writes;
    private final Clock clock;

    ExportValues(DataSource dataSource, LateWrites writes, Clock clock) {
        this.writes = writes;
        this.clock = clock;
        this.dataSource = dataSource;
        this.answers = new Answers(dataSource, "The export value cannot be read");
    }

    /** As {@link #record}, by who asks for no value in this transaction any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordLast(NewlyCleared cleared) {
        if (cleared.unrecorded() > 1) {
            record(cleared);
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        cleared.takeUnrecorded().forEach((key, cents) -> writes.write(ADD, key.producer(), key.day(), cents, now));
    }

    /** Records what was cleared, one entry for each producer and day; negative where clearances were taken back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(NewlyCleared cleared) {
        Map<NewlyCleared.Key, Long> entries = cleared.takeUnrecorded();
        if (entries.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            for (Map.Entry<NewlyCleared.Key, Long> entry : entries.entrySet()) {
                add.setString(1, entry.getKey().producer());
                add.setObject(2, entry.getKey().day());
                add.setLong(3, entry.getValue());
                add.setObject(4, now);
                add.addBatch();
            }
            add.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The export value cannot be added", e);
        }
    }

    /**
     * Value of the lines cleared since a day, this day included, in whole US dollars, rounded down; never negative.
     *
     * @param recorded as {@link #centsSince} answered
     * @param cleared what came to it in this transaction since then
     */
    public static long usdSince(String producer, LocalDate day, BigDecimal recorded, NewlyCleared cleared) {
        return dollars(recorded.add(BigDecimal.valueOf(cleared.since(producer, day))));
    }

    /** As it was at a past instant; empty where that is not on record. */
    public OptionalLong usdSince(String producer, LocalDate day, Instant at) {
        OffsetDateTime past = at.atOffset(ZoneOffset.UTC);
        return answers.one(
                SINCE,
                row -> row.getBoolean(2)
                        ? OptionalLong.of(dollars(centsSince(producer, day).subtract(row.getBigDecimal(1))))
                        : OptionalLong.empty(),
                past,
                producer,
                past,
                day);
    }

    private static long dollars(BigDecimal cents) {
        return Math.max(0, cents.longValueExact() / CENTS);
    }

    /** Value on record of the lines cleared since a day, this day included, in US cents. */
    public BigDecimal centsSince(String producer, LocalDate day) {
        return answers.to(summed(producer, day));
    }

    /** The same, to be asked. */
    public static Query<BigDecimal> summed(String producer, LocalDate day) {
        return Query.one(SUM, row -> row.getBigDecimal(1), producer, day, producer, day);
    }

    /** The same of each producer. */
    public Map<String, BigDecimal> centsSince(Set<String> producers, LocalDate day) {
        return answers.ofEach(SUM_OF_EACH, row -> row.getString(1), row -> row.getBigDecimal(2), day, day, producers);
    }

    /** Turns up to so many entries, oldest first, into their days. @return how many */
    @Transactional
    long addUp(int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement addUp = connection.prepareStatement(ADD_UP)) {
            addUp.setInt(1, limit);
            try (ResultSet row = addUp.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The export values cannot be added up", e);
        }
    }
}
