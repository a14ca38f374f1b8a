package org.qualityzones.alertimport;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qualityzones.alert.NewAlert;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Alerts of a CSV file with a header. */
final class TableReader implements AlertRowReader {

    private final MappingIterator<String[]> lines;
    private final List<String> header;
    private final TableFormat format;

    TableReader(InputStream file, TableFormat format) throws IOException {
        this.format = format;
        lines = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                .readValues(file);
        header = lines.hasNextValue() ? List.of(lines.nextValue()) : List.of();
        if (!header.containsAll(format.columns())) {
            throw Problem.of(
                    CommonProblem.INVALID_REQUEST,
                    "The header lacks columns of this format: "
                            + String.join(
                                    ", ",
                                    format.columns().stream()
                                            .filter(column -> !header.contains(column))
                                            .sorted()
                                            .toList()));
        }
    }

    @Override
    public boolean hasNext() throws IOException {
        return lines.hasNextValue();
    }

    @Override
    public NewAlert next() throws IOException {
        String[] cells = lines.nextValue();
        if (cells.length != header.size()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, cells.length + " columns; the header has " + header.size());
        }
        Map<String, String> row = new HashMap<>();
        boolean repaired = false;
        for (int column = 0; column < cells.length; column++) {
            String sound = Mojibake.repair(cells[column]);
            repaired |= !sound.equals(cells[column]);
            row.put(header.get(column), FileRow.collapse(sound));
        }
        return format.alert(new FileRow(row, repaired));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
