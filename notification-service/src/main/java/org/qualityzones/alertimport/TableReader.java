package org.qualityzones.alertimport;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qualityzones.alert.NewAlert;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.rows.CsvTable;

/** Alerts of a CSV file with a header. */
final class TableReader implements AlertRowReader {

    private final CsvTable table;
    private final TableFormat format;

    TableReader(InputStream file, TableFormat format) throws IOException {
        this.format = format;
        table = new CsvTable(file);
        List<String> header = table.header();
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
        return table.hasNext();
    }

    @Override
    public NewAlert next() throws IOException {
        String[] cells = table.next();
        Map<String, String> row = new HashMap<>();
        boolean repaired = false;
        for (int column = 0; column < cells.length; column++) {
            String sound = Mojibake.repair(cells[column]);
            repaired |= !sound.equals(cells[column]);
            row.put(table.header().get(column), FileRow.collapse(sound));
        }
        return format.alert(new FileRow(row, repaired));
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
