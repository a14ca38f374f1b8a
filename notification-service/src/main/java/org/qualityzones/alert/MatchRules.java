package org.qualityzones.alert;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much each agreeing field counts, and which headings a source's category stands for: data, with its provenance. */
@ApplicationScoped
class MatchRules {

    private static final String FILE = "/alert-match.json";

    private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("\\|");

    private final Table table;
    private final Map<String, List<String>> headings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    MatchRules() {
        try (InputStream file = Objects.requireNonNull(MatchRules.class.getResourceAsStream(FILE), FILE)) {
            table = new JsonMapper().readValue(file, Table.class);
            headings.putAll(table.headings());
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE, failure);
        }
    }

    /**
     * @param threshold smallest score that is proposed
     * @param most how many are proposed for an alert
     * @param origins countries of origin whose alerts are matched by more than the code they name
     */
    record Table(
            String version,
            String provenance,
            Map<String, BigDecimal> weights,
            BigDecimal threshold,
            int most,
            List<String> origins,
            Map<String, List<String>> headings) {}

    Table table() {
        return table;
    }

    BigDecimal weight(String field) {
        return table.weights().get(field);
    }

    /** HS headings of a category, or of several parted by {@code |}, in whatever case; none where it says nothing. */
    List<String> headings(String category) {
        return category == null
                ? List.of()
                : Stream.of(BETWEEN_CATEGORIES.split(category))
                        .flatMap(name -> headings.getOrDefault(name.strip(), List.of()).stream())
                        .distinct()
                        .toList();
    }
}
