package org.qualityzones.web.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Rows of a CSV file as the JSON that an NDJSON file would have; an empty cell is an absent field. */
public final class CsvRows implements JsonRows {

    private final CsvTable table;
    private final Cells cells;

    /** Where a cell goes. */
    @FunctionalInterface
    public interface Cells {

        /** @param cell stripped, not empty */
        void put(ObjectNode row, String column, String cell);
    }

    /** A file that must have just these columns, in any order. */
    public CsvRows(InputStream file, List<String> columns, Cells cells) throws IOException {
        this.table = new CsvTable(file).requireColumns(columns);
        this.cells = cells;
    }

    @Override
    public boolean hasNext() throws IOException {
        return table.hasNext();
    }

    @Override
    public JsonNode next() throws IOException {
        String[] found = table.next();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < found.length; column++) {
            String cell = found[column].strip();
            if (!cell.isEmpty()) {
                cells.put(row, table.header().get(column), cell);
            }
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
