package org.qualityzones.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;

/** Counts what became of a producer's inspected lots; inspections after rework do not count. */
@ApplicationScoped
public class InspectedLots {

    private static final String COUNT = """
            SELECT count(*), count(*) FILTER (WHERE status = 'REJECTED') FROM inspection
            WHERE producer = ? AND kind = 'ORIGINAL' AND judged_at IS NOT NULL AND judged_at >= ? AND judged_at <= ?
            """;

    private static final String COUNT_OF_EACH = """
            SELECT wanted.producer, counted.* FROM unnest(?) AS wanted (producer) CROSS JOIN LATERAL (
                SELECT count(*), count(*) FILTER (WHERE status = 'REJECTED') FROM inspection
                WHERE producer = wanted.producer AND kind = 'ORIGINAL' AND judged_at IS NOT NULL
                    AND judged_at >= ? AND judged_at <= ?) counted
            """;
    private static final int ALL_PER_MILLE = 1000;

    private final Answers answers;

    InspectedLots(DataSource dataSource) {
        this.answers = new Answers(dataSource, "The inspected lots cannot be counted");
    }

    /** Lots inspected, and those of them that were not accepted. */
    public record Count(long lots, long failed) {

        /** Accepted of inspected lots, 0 to 1000, rounded down; 1000 when none was inspected. */
        public long passPerMille() {
            return lots == 0 ? ALL_PER_MILLE : (lots - failed) * ALL_PER_MILLE / lots;
        }
    }

    /** Lots judged from an instant on. */
    public Count since(String producer, Instant from) {
        return between(producer, from, null);
    }

    /** Lots judged from an instant to another. @param until null: without end */
    public Count between(String producer, Instant from, Instant until) {
        return answers.to(counted(producer, from, until));
    }

    /** The same, to be asked. */
    public static Query<Count> counted(String producer, Instant from, Instant until) {
        return Query.one(COUNT, row -> new Count(row.getLong(1), row.getLong(2)), producer, start(from), end(until));
    }

    /** The same of each producer. */
    public Map<String, Count> between(Set<String> producers, Instant from, Instant until) {
        return answers.ofEach(
                COUNT_OF_EACH,
                row -> row.getString(1),
                row -> new Count(row.getLong(2), row.getLong(3)),
                producers,
                start(from),
                end(until));
    }

    private static OffsetDateTime start(Instant from) {
        return from.atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime end(Instant until) {
        return until == null ? OffsetDateTime.MAX : until.atOffset(ZoneOffset.UTC);
    }
}
