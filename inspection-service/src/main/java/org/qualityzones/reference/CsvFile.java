package org.qualityzones.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.jobs.JobProgress;

/** A CSV file (UTF-8, comma, quotes doubled, header in the first row) read row by row in flat memory. */
public final class CsvFile {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String first = reader.readLine();
            List<String> found = first == null
                    ? List.of()
                    : Arrays.stream(first.replace(BYTE_ORDER_MARK, "").split(",", -1))
                            .map(String::strip)
                            .toList();
            if (!found.equals(header)) {
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
        try (MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(file.toFile())) {
            rows.nextValue();
            for (long number = 1; rows.hasNextValue() && !progress.isCancelled(); number++) {
                one(rows, number, progress, work);
            }
        }
    }

    private void one(MappingIterator<String[]> rows, long number, JobProgress progress, RowWork work)
            throws IOException {
        try {
            String[] cells = rows.nextValue();
            if (cells.length != header.size()) {
                throw Problems.invalid(
                        "", "csv-columns", "The row has " + cells.length + " columns, not " + header.size());
            }
            Outcome outcome = work.on(new CsvRow(header, cells));
            progress.row(number, outcome.status(), outcome.id());
        } catch (Problem refusal) {
            progress.refused(number, refusal);
        } catch (JsonProcessingException broken) {
            progress.refused(number, Problems.invalid("", "csv", "The row is not CSV: " + broken.getOriginalMessage()));
        }
    }
}
