package org.qualityzones.system.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qualityzones.system.bench.harness.Machine;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.load.Carried;

class ReportTest {

    @TempDir
    Path root;

    @Test
    void shouldNameTheReportOfSomeChecksByThem() throws IOException {
        write(row("A4", 0, 3), row("A1", 0, 1), row("A1", 0, 2));

        assertThat(files()).containsExactlyInAnyOrder("faults.txt", "faults-A1-A4.json");
        JsonNode json = Json.read(text("faults-A1-A4.json"));
        assertThat(json.path("seconds").asLong()).isEqualTo(6);
        assertThat(json.path("command").asText()).endsWith(" --only A1,A4");
        assertThat(json.at("/bounds/A1").asDouble()).isEqualTo(50);
        assertThat(json.at("/bounds/A4").asDouble()).isEqualTo(100);
        assertThat(text("faults.txt"))
                .contains("A1   nothing lost or doubled: so do at most 50.0 % of such faults (95 %)")
                .contains("Fault checks: 3 rows, 6 s in all; figures in target/reports/faults-A1-A4.json");
    }

    @Test
    void shouldSayThatAllOfThemTakeMoreThanTwelveMinutes() throws IOException {
        write(Report.CHECKS.stream()
                .map(check -> row(check, 0, check.equals("E4") ? 706 : 1))
                .toArray(CheckRun.Row[]::new));

        assertThat(files()).containsExactlyInAnyOrder("faults.txt", "faults.json");
        assertThat(text("faults.txt")).contains("Fault checks: 16 rows, 721 s in all, more than 12 minutes; figures");
    }

    @Test
    void shouldShowThatNothingWasCountedAndBoundNothing() throws IOException {
        write(row("A2", null, 1));

        assertThat(text("faults.txt")).contains("TestST.should", "–").doesNotContain("so do at most");
        JsonNode json = Json.read(text("faults-A2.json"));
        assertThat(json.at("/checks/0/lost").isNull()).isTrue();
        assertThat(json.path("bounds")).isEmpty();
    }

    @Test
    void shouldBoundNothingThatWasLost() throws IOException {
        write(row("A1", 1, 1));
        assertThat(Json.read(text("faults-A1.json")).path("bounds")).isEmpty();
    }

    @Test
    void shouldSayWhatTheLoadWas() throws IOException {
        write(row(
                "A4",
                0,
                3,
                new Carried(600.0, 300, 280.4, 51.2, 60, 18_000, 16_824, 16_000, 3_072, 9, 4, Map.of(200, 16_000L))));

        assertThat(text("faults.txt"))
                .contains("load 300/s asked (capacity 600/s), 280/s sent, 95 % of them answered, 51.2 declarations/s");
        JsonNode load = Json.read(text("faults-A4.json")).at("/checks/0/load");
        assertThat(load.path("asked").asDouble()).isEqualTo(300);
        assertThat(load.path("achieved").asDouble()).isEqualTo(280.4);
        assertThat(load.path("answered").asLong()).isEqualTo(16_000);
        assertThat(load.at("/statuses/200").asLong()).isEqualTo(16_000);
    }

    @Test
    void shouldTellWhatTheChecksThatRanLeaveOut() throws IOException {
        write(row("A4", 0, 1));

        assertThat(Json.read(text("faults-A4.json")).path("leftOut").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("all", "A4");
        assertThat(text("faults.txt")).contains("A4   left out: ").doesNotContain("A1   left out: ");
    }

    @Test
    void shouldWriteNothingWhereNoCheckRan() throws IOException {
        write();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void shouldKnowEveryCheck() {
        Report report = report();
        assertThatIllegalStateException().isThrownBy(() -> report.enter("test", row("D9", 0, 1)));
    }

    private void write(CheckRun.Row... rows) throws IOException {
        try (Report report = report()) {
            for (CheckRun.Row row : rows) {
                report.enter("test", row);
            }
        }
    }

    private Report report() {
        return new Report(root, new Machine("P", 2, 8000, "6.1", "25", 0.1, "0123456789abcdef", false));
    }

    private static CheckRun.Row row(String check, Integer lost, double seconds) {
        return row(check, lost, seconds, null);
    }

    private static CheckRun.Row row(String check, Integer lost, double seconds, Carried load) {
        return new CheckRun.Row(
                check, "TestST.should", 10, 3, lost, lost, lost, 5L, 6L, null, List.of(), load, seconds, "holds", "");
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(root.resolve("target/reports"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(root.resolve("target/reports").resolve(name));
    }
}
