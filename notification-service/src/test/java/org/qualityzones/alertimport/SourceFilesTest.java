package org.qualityzones.alertimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qualityzones.alert.AlertFlag;
import org.qualityzones.alert.NewAlert;

/** The real files of the sources, where they are beside the project. */
class SourceFilesTest {

    private static final Path DATA = Path.of(System.getProperty("qz.root", ".."), "..", "shared", "data");
    private static final int RAPEX_ROWS = 5_983;

    @Test
    void shouldReadEveryRowOfTheCleanWeeklyFile() throws IOException {
        List<NewAlert> alerts = read("rapex-2009-2012/rapex_2009_2012_clean.csv", new RapexWeekly());

        assertThat(alerts).hasSize(RAPEX_ROWS);
        assertThat(flagged(alerts, AlertFlag.REFERENCE_UNSURE)).isEqualTo(453);
        assertThat(alerts.stream().map(NewAlert::reference).filter(java.util.Objects::nonNull))
                .hasSize(RAPEX_ROWS - 453)
                .doesNotHaveDuplicates();
        assertThat(alerts)
                .filteredOn(alert -> alert.originCountry().equals("CN"))
                .hasSize(3_452);
    }

    @Test
    void shouldFindTheSameContentInTheDamagedFileRowByRow() throws IOException {
        List<NewAlert> damaged = read("rapex-2009-2012/full.csv", new RapexWeekly());
        List<NewAlert> clean = read("rapex-2009-2012/rapex_2009_2012_clean.csv", new RapexWeekly());

        assertThat(damaged).hasSize(RAPEX_ROWS);
        assertThat(damaged.stream().map(NewAlert::contentKey))
                .containsExactlyElementsOf(
                        clean.stream().map(NewAlert::contentKey).toList());
        assertThat(flagged(damaged, AlertFlag.TEXT_REPAIRED)).isEqualTo(2_044);
        assertThat(flagged(damaged, AlertFlag.REFERENCE_DAMAGED)).isEqualTo(RAPEX_ROWS - 37);
        assertThat(damaged.stream().map(NewAlert::reference).filter(java.util.Objects::nonNull))
                .isSubsetOf(clean.stream().map(NewAlert::reference).toList());
    }

    @Test
    void shouldReadEveryRowOfTheSafetyGateFile() throws IOException {
        List<NewAlert> alerts = read("safetygate-2019-2024/safetygate_tis_2019_2024.csv", new SafetyGate());

        assertThat(alerts.stream().map(NewAlert::reference)).hasSize(477).doesNotHaveDuplicates();
        assertThat(alerts)
                .filteredOn(alert -> alert.originCountry().equals("CN"))
                .hasSize(124);
    }

    @Test
    void shouldReadEveryRowOfTheRecallsFile() throws IOException {
        List<NewAlert> alerts = read("cpsc-recalls-2023-2024/cpsc_recalls.csv", new Cpsc());

        assertThat(alerts.stream().map(NewAlert::reference)).hasSize(340).doesNotHaveDuplicates();
        assertThat(alerts)
                .filteredOn(alert -> alert.originCountry().equals("CN"))
                .hasSize(193);
    }

    private static long flagged(List<NewAlert> alerts, AlertFlag flag) {
        return alerts.stream().filter(alert -> alert.flags().contains(flag)).count();
    }

    private static List<NewAlert> read(String name, TableFormat format) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(Files.exists(file), "not beside the project: " + name);
        List<NewAlert> alerts = new ArrayList<>();
        try (TableReader reader = new TableReader(new BufferedInputStream(Files.newInputStream(file)), format)) {
            while (reader.hasNext()) {
                alerts.add(reader.next());
            }
        }
        return alerts;
    }
}
