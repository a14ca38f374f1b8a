package org.qualityzones.draw;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.qualityzones.decision.Draw;
import org.qualityzones.decision.DrawMessage;
import org.qualityzones.sql.Query;
import org.qualityzones.sql.RoundTrip;

/**
 * Gives each declared line its draw. A lot that was filed before inherits the earlier number, drawn or not, so that
 * withdrawing and filing again changes nothing; the row of the lot is locked until the transaction ends.
 */
@ApplicationScoped
public class Draws {

    /** Takes the lots' rows: a new lot, or one not seen within the window, becomes the line's own; else the row stays. */
    private static final String TAKE = """
            INSERT INTO lot_draw AS d (producer, hs6, lot_key, declaration_id, line_no, day, last_seen)
            SELECT producer, hs6, lot_key, declaration_id, line_no, day, ?
            FROM unnest(?::text[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::date[]) WITH ORDINALITY
                AS t (producer, hs6, lot_key, declaration_id, line_no, day, place)
            ORDER BY place
            ON CONFLICT (producer, hs6, lot_key) DO UPDATE SET
                declaration_id = CASE WHEN d.last_seen < ? THEN excluded.declaration_id ELSE d.declaration_id END,
                line_no = CASE WHEN d.last_seen < ? THEN excluded.line_no ELSE d.line_no END,
                day = CASE WHEN d.last_seen < ? THEN excluded.day ELSE d.day END,
                drawn = CASE WHEN d.last_seen < ? THEN false ELSE d.drawn END,
                drawn_at = CASE WHEN d.last_seen < ? THEN NULL ELSE d.drawn_at END,
                renewed = d.renewed OR d.last_seen < ?,
                last_seen = excluded.last_seen
            RETURNING producer, hs6, lot_key, declaration_id, line_no, day, drawn
            """;

    private static final String DRAWN_BEFORE = """
            SELECT 1 FROM lot_draw
            WHERE producer = ? AND hs6 = ? AND lot_key = ? AND drawn AND last_seen >= ?
            """;

    /**
     * A row seen within the window now was so then, or was made later. Null, not known: it took the place of an older row
     * since then, or it is not on record when the lot was drawn.
     */
    private static final String DRAWN_BEFORE_AT = """
            SELECT CASE WHEN day > ? THEN CASE WHEN renewed THEN NULL ELSE false END
                WHEN NOT drawn THEN false ELSE drawn_at <= ? END
            FROM lot_draw WHERE producer = ? AND hs6 = ? AND lot_key = ? AND last_seen >= ?
            """;

    private static final String MARK = """
            UPDATE lot_draw d SET drawn = true, drawn_at = ? FROM unnest(?, ?, ?) AS t (producer, hs6, lot_key)
            WHERE d.producer = t.producer AND d.hs6 = t.hs6 AND d.lot_key = t.lot_key AND NOT d.drawn
            """;

    private final DataSource dataSource;
    private final DailySeeds seeds;
    private final DrawConfig config;
    private final Clock clock;

    Draws(DataSource dataSource, DailySeeds seeds, DrawConfig config, Clock clock) {
        this.clock = clock;
        this.dataSource = dataSource;
        this.seeds = seeds;
        this.config = config;
    }

    /** Sees to it that the day's commitment is public before anything is drawn with it. */
    public void open(LocalDate today) {
        seeds.ofToday(today);
    }

    /**
     * A line whose draw is to be taken.
     *
     * @param lineDay day on which the line was declared: its seed is used when the lot is new
     */
    public record Take(Lot lot, UUID declarationId, int lineNo, LocalDate lineDay) {}

    /**
     * The draws of lines, within the running transaction; of lines of one lot the first takes it. Lots are taken in one order
     * everywhere, so that two transactions never wait for each other: take all that a transaction needs at once.
     *
     * @param trip with which they are taken
     * @param today day on which the lots are seen
     */
    public Supplier<Map<Take, LotDraw>> take(RoundTrip trip, Collection<Take> takes, LocalDate today) {
        SortedMap<Lot, Take> first = new TreeMap<>();
        takes.forEach(take -> first.putIfAbsent(take.lot(), take));
        Supplier<Map<Lot, Row>> rows = trip.ask(rows(first.values(), today));
        return () -> {
            Map<Take, LotDraw> draws = new HashMap<>();
            takes.forEach(take -> draws.put(take, drawOf(rows.get().get(take.lot()), take)));
            return draws;
        };
    }

    /** A lot's row: the line that its number comes from, and whether it was drawn. */
    private record Row(Draw.Inherited origin, boolean drawn) {}

    private Query<Map<Lot, Row>> rows(Collection<Take> takes, LocalDate today) {
        LocalDate windowStart = today.minusDays(config.inheritanceDays());
        return Query.ofEach(
                TAKE,
                row -> new Lot(row.getString(1), row.getString(2), row.getString(3)),
                row -> new Row(
                        new Draw.Inherited(
                                row.getObject(4, UUID.class),
                                row.getInt(5),
                                row.getDate(6).toLocalDate()),
                        row.getBoolean(7)),
                today,
                array("text", takes, take -> take.lot().producer()),
                array("text", takes, take -> take.lot().hs6()),
                array("text", takes, take -> take.lot().lotKey()),
                array("uuid", takes, Take::declarationId),
                array("int4", takes, Take::lineNo),
                array("date", takes, take -> Date.valueOf(take.lineDay())),
                windowStart,
                windowStart,
                windowStart,
                windowStart,
                windowStart,
                windowStart);
    }

    private static Query.ArrayOf array(String type, Collection<Take> takes, Function<Take, Object> value) {
        return new Query.ArrayOf(type, takes.stream().map(value).toList());
    }

    private static <T> Array array(Connection connection, String type, List<T> from, Function<T, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, from.stream().map(value).toArray());
    }

    private LotDraw drawOf(Row row, Take take) {
        Draw.Inherited origin = row.origin();
        boolean own = origin.declarationId().equals(take.declarationId()) && origin.lineNo() == take.lineNo();
        String u64 = DrawMessage.lot(origin.declarationId(), origin.lineNo())
                .u64(seeds.required(origin.date()).seed());
        return new LotDraw(u64, origin.date(), own ? null : origin, row.drawn());
    }

    /** The draw that a line took when it was first decided, the same number again. */
    public LotDraw again(LotDraw.Origin origin, UUID declarationId, int lineNo, boolean drawnBefore) {
        var message = new Draw.Inherited(origin.declarationId(), origin.lineNo(), origin.day());
        boolean own = origin.declarationId().equals(declarationId) && origin.lineNo() == lineNo;
        String u64 = DrawMessage.lot(origin.declarationId(), origin.lineNo())
                .u64(seeds.required(origin.day()).seed());
        return new LotDraw(u64, origin.day(), own ? null : message, drawnBefore);
    }

    /**
     * The draw of a campaign for one line: never inherited, and none that a lot carries.
     *
     * @param lineDay day on which the line was declared, whose seed is open
     */
    public LotDraw spot(String campaignId, UUID declarationId, int lineNo, LocalDate lineDay) {
        String u64 = DrawMessage.spot(campaignId, declarationId, lineNo)
                .u64(seeds.required(lineDay).seed());
        return new LotDraw(u64, lineDay, null, false);
    }

    /** Whether an earlier line of this lot, within the window, was drawn. */
    public boolean drawnBefore(Lot lot, LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DRAWN_BEFORE)) {
            select.setString(1, lot.producer());
            select.setString(2, lot.hs6());
            select.setString(3, lot.lotKey());
            select.setDate(4, Date.valueOf(today.minusDays(config.inheritanceDays())));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The draw of " + lot + " cannot be read", e);
        }
    }

    /** Whether an earlier line of this lot had been drawn at a past instant; empty where that is not on record. */
    public Optional<Boolean> drawnBefore(Lot lot, Instant at) {
        LocalDate day = ShanghaiDays.of(at);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DRAWN_BEFORE_AT)) {
            select.setObject(1, day);
            select.setObject(2, at.atOffset(ZoneOffset.UTC));
            select.setString(3, lot.producer());
            select.setString(4, lot.hs6());
            select.setString(5, lot.lotKey());
            select.setObject(6, day.minusDays(config.inheritanceDays()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getObject(1, Boolean.class)) : Optional.of(false);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The draw of " + lot + " cannot be read", e);
        }
    }

    /** Remembers that this lot was drawn: the same lot filed again is drawn again. */
    public void markDrawn(Lot lot) {
        markDrawn(List.of(lot));
    }

    /** The same of lots that were taken. */
    public void markDrawn(Collection<Lot> lots) {
        if (lots.isEmpty()) {
            return;
        }
        List<Lot> drawn = List.copyOf(lots);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            mark.setArray(2, array(connection, "text", drawn, Lot::producer));
            mark.setArray(3, array(connection, "text", drawn, Lot::hs6));
            mark.setArray(4, array(connection, "text", drawn, Lot::lotKey));
            mark.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The draws of " + lots + " cannot be marked", e);
        }
    }
}
