package org.qualityzones.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;

/** All matches of alerts. */
@ApplicationScoped
class Matches {

    /** More than an alert ever gets, so that a list is bounded. */
    static final int MOST = 200;

    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;

    Matches(Database database) {
        this.database = database;
    }

    /** False where the alert has a match with this product or enterprise. */
    boolean add(Match match) {
        return database.update(
                        """
                        INSERT INTO alert_match (id, version, alert_id, uscc, product_id, score, why, state)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                        match.id(),
                        match.version(),
                        match.alertId(),
                        match.uscc(),
                        match.productId() == null ? "" : match.productId(),
                        match.score(),
                        json(match.why()),
                        match.status())
                > 0;
    }

    void update(Match match) {
        database.update(
                "UPDATE alert_match SET version = ?, state = ?, reason = ?, decided_at = ? WHERE id = ?",
                match.version(),
                match.status(),
                match.reason(),
                match.decidedAt(),
                match.id());
    }

    Optional<Match> find(UUID alertId, UUID id) {
        return database.first("SELECT * FROM alert_match WHERE alert_id = ? AND id = ?", Matches::read, alertId, id);
    }

    /** Best first. */
    List<Match> best(UUID alertId) {
        return database.list(
                "SELECT * FROM alert_match WHERE alert_id = ? ORDER BY score DESC, id LIMIT ?",
                Matches::read,
                alertId,
                MOST);
    }

    private static Match read(Row row) throws SQLException {
        String product = row.text("product_id");
        return new Match(
                row.uuid("id"),
                row.number("version"),
                row.uuid("alert_id"),
                row.text("uscc"),
                product.isEmpty() ? null : product,
                new BigDecimal(row.text("score")),
                why(row.text("why")),
                MatchState.valueOf(row.text("state")),
                row.text("reason"),
                row.instant("decided_at"));
    }

    private static String json(List<Why> why) {
        try {
            return JSON.writeValueAsString(why);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Why> why(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Why>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored match cannot be read", damaged);
        }
    }
}
