package org.qualityzones.reference;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.jobs.JobProgress;
import org.qualityzones.web.rows.CsvTable;

/** A CSV file (UTF-8, comma, quotes doubled, header in the first row) read row by row in flat memory. */
public final class CsvFile {

    private final Path file;
    private final List<String> header;

    private CsvFile(Path file, List<String> header) {
        this.file = file;
        this.header = header;
    }

    /** What is done with one row; returns its outcome, such as {@code created}, or throws a {@link Problem}. */
    @FunctionalInterface
    public interface RowWork {
        Outcome on(CsvRow row);
    }

    /** What became of a row. @param id key of what it made */
    public record Outcome(String status, String id) {}

    /** Opens a file that must have exactly this header; 400 that names the header otherwise. */
    public static CsvFile open(Path file, List<String> header) {
        try (CsvTable table = table(file)) {
            if (!table.header().stream().map(String::strip).toList().equals(header)) {
                throw Problems.invalid(
                        "", "csv-header", "The first row of the file must be " + String.join(",", header));
            }
        } catch (IOException e) {
            throw Problems.invalid("", "csv", "The file is not CSV text in UTF-8");
        }
        return new CsvFile(file, header);
    }

    /** Works through the rows; a bad row is reported and the rest goes on. Row 1 is the first after the header. */
    public void forEach(JobProgress progress, RowWork work) throws IOException {
        try (CsvTable rows = table(file)) {
            for (long number = 1; rows.hasNext() && !progress.isCancelled(); number++) {
                one(rows, number, progress, work);
            }
        }
    }

    private void one(CsvTable rows, long number, JobProgress progress, RowWork work) throws IOException {
        try {
            Outcome outcome = work.on(new CsvRow(header, rows.next()));
            progress.row(number, outcome.status(), outcome.id());
        } catch (Problem refusal) {
            progress.refused(number, refusal);
        }
    }

    private static CsvTable table(Path file) throws IOException {
        return new CsvTable(new BufferedInputStream(Files.newInputStream(file)));
    }
}
