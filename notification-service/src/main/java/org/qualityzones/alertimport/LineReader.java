package org.qualityzones.alertimport;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.qualityzones.alert.AlertCommands;
import org.qualityzones.alert.NewAlert;
import org.qualityzones.web.rows.JsonLines;
import org.qualityzones.web.rows.RowChecks;

/** Alerts of a file with one JSON object in each line, as the body of a recording. */
final class LineReader implements AlertRowReader {

    private final JsonLines lines;
    private final RowChecks checks;

    LineReader(InputStream file, ObjectMapper json, RowChecks checks) throws IOException {
        this.lines = new JsonLines(file, json);
        this.checks = checks;
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public NewAlert next() throws IOException {
        return checks.valid(lines.next(), AlertCommands.Record.class).alert();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
