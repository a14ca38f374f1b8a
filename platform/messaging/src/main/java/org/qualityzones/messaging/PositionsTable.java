package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** What {@link Freshness} reads: how far consumers have come, and which keys are parked. */
@ApplicationScoped
class PositionsTable {

    private final DataSource dataSource;

    PositionsTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Topic, consumer, partition: the offset after the last record applied. */
    Map<String, Map<String, Map<Integer, Long>>> applied() throws SQLException {
        Map<String, Map<String, Map<Integer, Long>>> applied = new HashMap<>();
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select topic, consumer, partition, applied from consumer_position");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                applied.computeIfAbsent(rows.getString(1), topic -> new HashMap<>())
                        .computeIfAbsent(rows.getString(2), consumer -> new HashMap<>())
                        .put(rows.getInt(3), rows.getLong(4));
            }
        }
        return applied;
    }

    List<OpenLetters> openLetters() throws SQLException {
        List<OpenLetters> found = new ArrayList<>();
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        select consumer, state, count(*) from parked_letter
                        where state in ('PARKED', 'WAITING') group by 1, 2""");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new OpenLetters(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return found;
    }

    /** Keys with a letter parked by one of these consumers. */
    Set<Freshness.Stream> parked(Set<String> consumers) throws SQLException {
        String sql = """
                select distinct topic, key from parked_letter
                where state in ('PARKED', 'WAITING') and consumer = any (?) and key is not null""";
        Set<Freshness.Stream> parked = new HashSet<>();
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", consumers.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    parked.add(new Freshness.Stream(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return parked;
    }

    record OpenLetters(String consumer, String state, long count) {}
}
