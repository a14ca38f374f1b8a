package org.qualityzones.web.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.qualityzones.web.Problems;

/** A CSV file (UTF-8, comma, quotes doubled) with a header in its first row; empty lines count for nothing. */
public final class CsvTable implements Closeable {

    private static final ObjectReader ROWS = new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);

    private final MappingIterator<String[]> lines;
    private final List<String> header;

    /** Reads the header; it is empty where the file is. */
    public CsvTable(InputStream file) throws IOException {
        lines = ROWS.readValues(file);
        header = lines.hasNextValue() ? List.of(lines.nextValue()) : List.of();
    }

    public List<String> header() {
        return header;
    }

    /** Refuses a header that has not just these columns, each once, in any order. */
    public CsvTable requireColumns(List<String> columns) {
        if (header.size() != columns.size() || !header.containsAll(columns)) {
            throw Problems.invalid("", "csv-header", "The header is " + String.join(",", columns) + ", in any order");
        }
        return this;
    }

    public boolean hasNext() throws IOException {
        return lines.hasNextValue();
    }

    /**
     * The cells of the next row, as many as the header has.
     *
     * @throws org.qualityzones.web.Problem where the row is no CSV or has another number of cells
     */
    public String[] next() throws IOException {
        String[] cells;
        try {
            cells = lines.nextValue();
        } catch (JsonProcessingException broken) {
            throw Problems.invalid("", "csv", "The row is not CSV: " + broken.getOriginalMessage());
        }
        if (cells.length != header.size()) {
            throw Problems.invalid(
                    "", "csv-columns", "The row has " + cells.length + " columns, the header " + header.size());
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
