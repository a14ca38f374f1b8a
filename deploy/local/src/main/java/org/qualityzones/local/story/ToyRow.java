package org.qualityzones.local.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.qualityzones.local.client.AlertFile;
import org.qualityzones.local.client.AlertFormat;
import org.qualityzones.local.client.SuiteException;

/**
 * Looks in a file of alerts for a toy that the story can be about: of Chinese or unknown origin, with a brand where there
 * is one. One row is in memory at a time.
 */
final class ToyRow {

    private static final Pattern TOY = Pattern.compile("\\btoys?\\b", Pattern.CASE_INSENSITIVE);
    private static final CsvMapper CSV = new CsvMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AlertFile file;
    private long rows;
    private String fallback;
    private long fallbackRow;

    ToyRow(AlertFile file) {
        this.file = file;
    }

    /** Where a table says what the story looks at. @param brand null where it has no such column */
    private record Columns(String category, String origin, String brand) {

        static Columns of(AlertFormat format) {
            return switch (format) {
                case RAPEX_WEEKLY -> new Columns("descript_category", "countryoforigin", "descript_brand");
                case SAFETY_GATE -> new Columns("product_category", "country_of_origin", "brand");
                case CPSC -> new Columns("Category slugs", "Manufactured In", null);
                case NDJSON -> throw new IllegalArgumentException("NDJSON is no table");
            };
        }
    }

    /** The row as a file of its own. */
    Notification find() {
        try (BufferedReader text = AlertFile.text(file.path())) {
            Notification branded = file.format() == AlertFormat.NDJSON ? inLines(text) : inTable(text);
            if (branded != null) {
                return branded;
            }
        } catch (IOException | RuntimeJsonMappingException e) {
            throw new SuiteException(
                    file.path() + " cannot be read as " + file.format() + " after row " + rows + ": " + firstLine(e),
                    e);
        }
        if (fallback == null) {
            throw new SuiteException(
                    "%s has no toy of Chinese or unknown origin (%d rows read as %s); the story needs one: "
                                    .formatted(file.path(), rows, file.format())
                            + "give another file, or leave --alerts away for the sample row");
        }
        return notification(fallback, fallbackRow);
    }

    private Notification inTable(BufferedReader text) throws IOException {
        Columns columns = Columns.of(file.format());
        try (MappingIterator<String[]> lines = CSV.readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                .readValues(text)) {
            List<String> header = List.of(lines.nextValue());
            while (lines.hasNextValue()) {
                List<String> cells = Arrays.asList(lines.nextValue());
                rows++;
                boolean toy = cells.size() == header.size()
                        && TOY.matcher(cell(columns.category(), header, cells)).find()
                        && chinese(cell(columns.origin(), header, cells));
                if (toy && keep(csv(header) + csv(cells), Notification.says(cell(columns.brand(), header, cells)))) {
                    return notification(fallback, fallbackRow);
                }
            }
        }
        return null;
    }

    private Notification inLines(BufferedReader text) throws IOException {
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            rows++;
            JsonNode alert = json(line);
            boolean toy = TOY.matcher(alert.at("/product/category").asText()).find()
                    && List.of("CN", "ZZ", "")
                            .contains(alert.path("originCountry").asText(""));
            if (toy
                    && keep(
                            line + "\n",
                            Notification.says(alert.at("/product/brand").asText("")))) {
                return notification(fallback, fallbackRow);
            }
        }
        return null;
    }

    /** Remembers the first row, and the first with a brand in its place; answers whether the search is over. */
    private boolean keep(String content, boolean branded) {
        if (branded || fallback == null) {
            fallback = content;
            fallbackRow = rows;
        }
        return branded;
    }

    private Notification notification(String content, long row) {
        return new Notification(
                file.format(),
                content,
                "row %d of %s (%s)".formatted(row, file.path().getFileName(), file.format()));
    }

    private static String cell(String column, List<String> header, List<String> cells) {
        int at = column == null ? -1 : header.indexOf(column);
        return at < 0 ? "" : cells.get(at).strip();
    }

    private static boolean chinese(String origin) {
        String words = origin.toLowerCase(Locale.ROOT);
        return !Notification.says(origin) || words.contains("china") && !words.contains("taiwan");
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String csv(List<String> cells) throws IOException {
        return CSV.writer().writeValueAsString(cells.toArray(String[]::new));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
