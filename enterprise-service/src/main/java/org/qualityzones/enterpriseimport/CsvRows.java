package org.qualityzones.enterpriseimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Rows of a CSV file with a header. */
final class CsvRows implements ImportRows {
    static final List<String> COLUMNS = List.of("uscc", "nameZh", "nameEn", "areaCode", "address");

    private final MappingIterator<String[]> lines;
    private final List<String> header;

    CsvRows(InputStream file) throws IOException {
        lines = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                .readValues(file);
        header = lines.hasNextValue() ? List.of(lines.nextValue()) : List.of();
        boolean whole = COLUMNS.containsAll(header) && header.containsAll(COLUMNS);
        if (!whole || header.size() != COLUMNS.size()) {
            throw Problem.of(
                    CommonProblem.INVALID_REQUEST, "The header is " + String.join(",", COLUMNS) + ", in any order");
        }
    }

    @Override
    public boolean hasNext() throws IOException {
        return lines.hasNextValue();
    }

    @Override
    public JsonNode next() throws IOException {
        String[] cells = lines.nextValue();
        if (cells.length != header.size()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, cells.length + " columns; the header has " + header.size());
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < cells.length; column++) {
            put(row, header.get(column), cells[column].strip());
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static void put(ObjectNode row, String column, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        switch (column) {
            case "nameZh" -> row.withObject("/name").put("zh", cell);
            case "nameEn" -> row.withObject("/name").put("en", cell);
            default -> row.put(column, cell);
        }
    }
}
