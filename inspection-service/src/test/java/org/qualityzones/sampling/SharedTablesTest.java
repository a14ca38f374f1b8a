package org.qualityzones.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** All cells against the tables of the domain folder, {@code -Dqz.domain} or {@code ../shared/domain} beside the project. */
class SharedTablesTest {

    @Test
    void shouldGiveEveryPlanOfTheTables() throws IOException {
        List<String[]> rows = rows("plans.csv");
        assertThat(rows).hasSize(384);
        for (String[] row : rows) {
            Severity severity = Severity.valueOf(row[0].toUpperCase(Locale.ROOT));
            PlanTable.Cell cell = PlanTable.of(severity)
                    .cell(CodeLetter.valueOf(row[2]), Aql.of(row[3]).orElseThrow());
            assertThat(cell.letter() + " " + cell.letter().sampleSize(severity) + " " + cell.accept())
                    .as(String.join(",", row))
                    .isEqualTo(row[4] + " " + row[5] + " " + row[6]);
            assertThat(row[7]).isEqualTo(Integer.toString(cell.accept() + 1));
        }
    }

    @Test
    void shouldGiveEveryCodeLetterOfTheTable() throws IOException {
        List<String[]> rows = rows("code_letters.csv");
        assertThat(rows).hasSize(15);
        for (String[] row : rows) {
            for (InspectionLevel level : InspectionLevel.values()) {
                String letter = row[2 + level.ordinal()];
                assertThat(level.letter(Long.parseLong(row[0]))).hasToString(letter);
                assertThat(level.letter(row[1].isEmpty() ? 1_000_000_000_000L : Long.parseLong(row[1])))
                        .hasToString(letter);
            }
        }
    }

    private static List<String[]> rows(String name) throws IOException {
        Path file = domain().resolve(name);
        assumeTrue(Files.isReadable(file), () -> file + " is not here: skipped, the vectors of SamplingPlansTest ran");
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Path domain() {
        String given = System.getProperty("qz.domain");
        return given != null ? Path.of(given) : Path.of(System.getProperty("qz.root", ".."), "..", "shared", "domain");
    }
}
