package org.qualityzones.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;

/** All campaigns. */
@ApplicationScoped
public class Campaigns {

    private static final UUID NEWEST = new UUID(-1, -1);
    private static final String INSERT =
            "INSERT INTO campaign (id, areas, share, valid_from, valid_until, created_by, created_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_PREFIX =
            "INSERT INTO campaign_prefix (hs_prefix, campaign_id, valid_until) VALUES (?, ?, ?)";
    private static final String SELECT = """
            SELECT c.id, (SELECT array_agg(p.hs_prefix ORDER BY p.hs_prefix) FROM campaign_prefix p
                          WHERE p.campaign_id = c.id),
                   c.areas, c.share, c.valid_from, c.valid_until, c.created_by, c.created_at
            FROM campaign c
            """;
    private static final String FIND = SELECT + "WHERE c.id = ?";
    private static final String PAGE = SELECT + "WHERE c.id < ? ORDER BY c.id DESC LIMIT ?";
    private static final String MATCHING = """
            SELECT c.id, c.share
            FROM campaign_prefix p JOIN campaign c ON c.id = p.campaign_id
            WHERE p.hs_prefix = ANY (?) AND p.valid_until >= ? AND c.valid_from <= ?
              AND (c.areas = '{}' OR c.areas && ?) AND c.created_at <= ?
            ORDER BY c.share DESC, c.id
            LIMIT 1
            """;

    private final DataSource dataSource;
    private final Answers answers;

    Campaigns(DataSource dataSource) {
        this.dataSource = dataSource;
        this.answers = new Answers(dataSource, "The campaigns cannot be matched");
    }

    /** The campaign that covers a line. @param millionths share of lots that are drawn */
    public record Match(UUID id, long millionths) {}

    /** Of several campaigns that cover the goods on the day: the greatest share, then the smallest id. */
    public Optional<Match> matching(String hsCode, String area, LocalDate day) {
        return matching(hsCode, area, day, null);
    }

    /** The same of those that were opened by an instant. @param knownAt null: now */
    public Optional<Match> matching(String hsCode, String area, LocalDate day, Instant knownAt) {
        return answers.to(matched(hsCode, area, day, knownAt));
    }

    /** The same, to be asked. */
    public static Query<Optional<Match>> matched(String hsCode, String area, LocalDate day, Instant knownAt) {
        return Query.first(
                MATCHING,
                row -> new Match(row.getObject(1, UUID.class), row.getLong(2)),
                prefixes(hsCode),
                day,
                day,
                prefixes(area),
                knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC));
    }

    private static List<String> prefixes(String code) {
        return IntStream.rangeClosed(1, code.length() / 2)
                .mapToObj(pairs -> code.substring(0, 2 * pairs))
                .toList();
    }

    void add(CampaignRow row) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement prefix = connection.prepareStatement(INSERT_PREFIX)) {
            insert.setObject(1, row.id());
            insert.setArray(2, connection.createArrayOf("text", row.areas().toArray()));
            insert.setLong(3, row.millionths());
            insert.setObject(4, row.from());
            insert.setObject(5, row.until());
            insert.setString(6, row.createdBy());
            insert.setTimestamp(7, Timestamp.from(row.createdAt()));
            insert.executeUpdate();
            for (String hsPrefix : row.hsPrefixes()) {
                prefix.setString(1, hsPrefix);
                prefix.setObject(2, row.id());
                prefix.setObject(3, row.until());
                prefix.addBatch();
            }
            prefix.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The campaign " + row.id() + " cannot be kept", e);
        }
    }

    Optional<CampaignRow> find(UUID id) {
        return select(FIND, id).stream().findFirst();
    }

    /** At most {@code limit} campaigns, newest first. @param after null for the first page */
    List<CampaignRow> list(UUID after, int limit) {
        return select(PAGE, after == null ? NEWEST : after, limit);
    }

    private List<CampaignRow> select(String sql, Object... values) {
        List<CampaignRow> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The campaigns cannot be read", e);
        }
        return rows;
    }

    private static CampaignRow row(ResultSet row) throws SQLException {
        return new CampaignRow(
                row.getObject(1, UUID.class),
                texts(row, 2),
                texts(row, 3),
                row.getLong(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getTimestamp(8).toInstant());
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
