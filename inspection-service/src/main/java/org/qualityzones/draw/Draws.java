package org.qualityzones.draw;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.decision.Draw;
import org.qualityzones.decision.DrawMessage;

/**
 * Gives each declared line its draw. A lot that was filed before inherits the earlier number, drawn or not, so that
 * withdrawing and filing again changes nothing; the row of the lot is locked until the transaction ends.
 */
@ApplicationScoped
public class Draws {

    /** Takes the lot's row: a new lot, or one not seen within the window, becomes the line's own; else the row stays. */
    private static final String TAKE = """
            INSERT INTO lot_draw AS d (producer, hs6, lot_key, declaration_id, line_no, day, last_seen)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (producer, hs6, lot_key) DO UPDATE SET
                declaration_id = CASE WHEN d.last_seen < ? THEN excluded.declaration_id ELSE d.declaration_id END,
                line_no = CASE WHEN d.last_seen < ? THEN excluded.line_no ELSE d.line_no END,
                day = CASE WHEN d.last_seen < ? THEN excluded.day ELSE d.day END,
                drawn = CASE WHEN d.last_seen < ? THEN false ELSE d.drawn END,
                drawn_at = CASE WHEN d.last_seen < ? THEN NULL ELSE d.drawn_at END,
                renewed = d.renewed OR d.last_seen < ?,
                last_seen = excluded.last_seen
            RETURNING declaration_id, line_no, day, drawn
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

    private static final String MARK =
            "UPDATE lot_draw SET drawn = true, drawn_at = ? WHERE producer = ? AND hs6 = ? AND lot_key = ? AND NOT drawn";

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
     * The draw of one line, within the running transaction. Several lots are to be taken in their natural order.
     *
     * @param lineDay day on which the line was declared: its seed is used when the lot is new
     * @param today day on which the lot is seen
     */
    public LotDraw take(Lot lot, UUID declarationId, int lineNo, LocalDate lineDay, LocalDate today) {
        Date windowStart = Date.valueOf(today.minusDays(config.inheritanceDays()));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, lot.producer());
            take.setString(2, lot.hs6());
            take.setString(3, lot.lotKey());
            take.setObject(4, declarationId);
            take.setInt(5, lineNo);
            take.setDate(6, Date.valueOf(lineDay));
            take.setDate(7, Date.valueOf(today));
            for (int parameter = 8; parameter <= 13; parameter++) {
                take.setDate(parameter, windowStart);
            }
            try (ResultSet row = take.executeQuery()) {
                row.next();
                return drawOf(row, declarationId, lineNo);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The draw of " + lot + " cannot be taken", e);
        }
    }

    private LotDraw drawOf(ResultSet row, UUID declarationId, int lineNo) throws SQLException {
        var origin = new Draw.Inherited(
                row.getObject(1, UUID.class), row.getInt(2), row.getDate(3).toLocalDate());
        boolean own = origin.declarationId().equals(declarationId) && origin.lineNo() == lineNo;
        String u64 = DrawMessage.lot(origin.declarationId(), origin.lineNo())
                .u64(seeds.required(origin.date()).seed());
        return new LotDraw(u64, origin.date(), own ? null : origin, row.getBoolean(4));
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            mark.setString(2, lot.producer());
            mark.setString(3, lot.hs6());
            mark.setString(4, lot.lotKey());
            mark.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The draw of " + lot + " cannot be marked", e);
        }
    }
}
