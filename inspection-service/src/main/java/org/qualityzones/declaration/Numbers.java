package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;

/**
 * Gives out the numbers that people quote; unique, rising, with gaps where a transaction was rolled back, or rows of an
 * import were refused or its lines not cleared at once.
 */
@ApplicationScoped
class Numbers {

    private final Answers answers;

    Numbers(DataSource dataSource) {
        this.answers = new Answers(dataSource, "No number can be given out");
    }

    /** So many of {@code D}, the year and ten digits. */
    List<String> nextDeclarations(int year, int count) {
        return answers(declarations(year, count), count);
    }

    /** The same, to be asked. */
    static Query<List<String>> declarations(int year, int count) {
        return next("D" + year, "SELECT nextval('declaration_number') FROM generate_series(1, ?)", count);
    }

    /** So many of {@code C}, the year and ten digits. */
    List<String> nextClearances(int year, int count) {
        return answers(next("C" + year, "SELECT nextval('clearance_number') FROM generate_series(1, ?)", count), count);
    }

    private List<String> answers(Query<List<String>> numbers, int count) {
        return count == 0 ? List.of() : answers.to(numbers);
    }

    private static Query<List<String>> next(String prefix, String sql, int count) {
        return Query.all(sql, row -> "%s%010d".formatted(prefix, row.getLong(1)), count);
    }
}
