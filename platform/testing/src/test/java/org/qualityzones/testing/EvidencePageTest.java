package org.qualityzones.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidencePageTest {

    private static final Path ROOT = Path.of(System.getProperty("qz.root", "../.."));
    private static final String ORIGIN = """
            "at": "2026-11-22T07:10:00Z", "commit": "0123456789abcdef", "modified": false, "seed": 42,
            "command": "./run bench declare --seed 42", "profile": "full",
            "machine": {"processor": "P", "cores": 2, "memoryMiB": 8000, "kernel": "6.1", "java": "25"}""";

    @TempDir
    Path folder;

    @Test
    void shouldShowTheCommittedReports() throws IOException {
        Snapshots.assertSame(
                ROOT.resolve("docs/evidence.md"), EvidencePage.of(Evidence.in(ROOT.resolve("docs/evidence"))));
    }

    @Test
    void shouldHaveAFigureForEveryClaimAndAClaimForEveryBar() throws IOException {
        assertThat(Evidence.in(ROOT.resolve("docs/evidence")).faults()).isEmpty();
    }

    @Test
    void shouldHoldWhereTheMedianMeetsTheBar() throws IOException {
        Evidence evidence = evidence(claim(">= 0.25", ""), report(0.25, ""));

        assertThat(evidence.faults()).isEmpty();
        assertThat(head(evidence)).contains("Every claim below was measured and meets its bar.");
        assertThat(EvidencePage.of(evidence))
                .contains(
                        "| Fast enough | ≥ 0.25 | 0.25 (0.1 … 0.9, 7 times) | holds | bench-declare, `declare.ratio` |")
                .contains("2026-11-22T07:10:00Z | 01234567 | P, 2 cores, 8000 MiB, Linux 6.1, Java 25 | full | 42 |");
    }

    @Test
    void shouldSaySoWhereNothingIsClaimed() throws IOException {
        assertThat(head(evidence("[]", ""))).contains("No figure is claimed.");
    }

    @Test
    void shouldPutAFigureUnderItsBarFirstAndAskForTheReason() throws IOException {
        Evidence mute = evidence(claim(">= 0.25", ""), report(0.249, ""));
        assertThat(head(mute)).contains("| 0.249 (0.1 … 0.9, 7 times) | **misses its bar** | no reason given |");
        assertThat(mute.faults()).singleElement().asString().contains("declare-floor", "reason");

        Evidence explained = evidence(claim(">= 0.25", ", 'reason': 'two cores'"), report(0.249, ""));
        assertThat(head(explained)).contains("**misses its bar** | two cores |");
        assertThat(explained.faults()).isEmpty();
    }

    @Test
    void shouldFailForAClaimWithoutAFigureAndSaySoFirst() throws IOException {
        Evidence none = evidence(claim(">= 0.25", ""), "");
        assertThat(head(none)).contains("| – | not measured | measure it: `./run bench declare` |");
        assertThat(none.faults())
                .containsExactly("claim declare-floor has no figure: declare.ratio of bench-declare.json; "
                        + "measure it: `./run bench declare`, then ./run evidence");

        Evidence other = evidence(
                claim(">= 0.25", "").replace("declare.ratio", "declare.other"),
                report(0.3, "").replace("'bars'", "'no'"));
        assertThat(other.faults()).singleElement().asString().contains("has no figure");
    }

    @Test
    void shouldFailForAReportThatDoesNotSayItsOrigin() throws IOException {
        Evidence evidence = evidence(claim(">= 0.25", ""), report(0.3, "").replace("\"seed\": 42,", ""));
        assertThat(evidence.faults()).containsExactly("bench-declare.json does not say its seed");
    }

    @Test
    void shouldFailForABarThatNobodyClaims() throws IOException {
        Evidence evidence = evidence("[]", report(0.3, ""));
        assertThat(evidence.faults())
                .singleElement()
                .asString()
                .contains("{\"id\": \"declare-ratio\", \"text\": \"declare ÷ pgbench\", \"report\": \"bench-declare\", "
                        + "\"figure\": \"declare.ratio\", \"bar\": \">= 0.25\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {">= 0.24", ">= 0.26", "<= 0.25", ">= 0.25 ms"})
    void shouldFailForABarThatTheFigureWasNotMeasuredAgainst(String bar) throws IOException {
        Evidence evidence = evidence(claim(bar, ", 'reason': 'known'"), report(0.3, ""));
        assertThat(evidence.faults())
                .hasSize(2)
                .anyMatch(fault -> fault.contains("has a bar and no claim"))
                .anyMatch(fault -> fault.startsWith("claim declare-floor has the bar ")
                        && fault.endsWith(", declare.ratio of bench-declare.json was measured against ≥ 0.25"));
    }

    @Test
    void shouldFailForTheHarderOfTwoBarsLeftOut() throws IOException {
        String two = report(0.3, "")
                .replace("'value': 0.25}", "'value': 0.25}, {'name': 'target', 'comparison': '>=', 'value': 0.45}");
        assertThat(evidence(claim(">= 0.25", ""), two).faults())
                .singleElement()
                .asString()
                .contains("has a bar and no claim", "\"bar\": \">= 0.45\"");
    }

    @Test
    void shouldTakeTheClaimsBarWhereTheReportNamesNone() throws IOException {
        String none = report(0.3, "").replaceFirst("'bars': \\[.*?]", "'bars': []");
        assertThat(evidence(claim(">= 0.24", ""), none).faults()).isEmpty();
        assertThat(evidence(claim(">= 0.31", ""), none).faults())
                .singleElement()
                .asString()
                .contains("misses its bar");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T07:10:01Z, 0.9, HOLDS",
        "2026-11-22T07:09:59Z, 0.3, HOLDS",
        "2026-11-23T00:00:00Z, 0.1, MISSES"
    })
    void shouldTakeTheNewestReportThatHasTheFigure(String at, double median, Evidence.Standing standing)
            throws IOException {
        double other = at.compareTo("2026-11-22T07:10:00Z") > 0 ? median : 0.7;
        write("bench-declare-2", report(other, "").replace("2026-11-22T07:10:00Z", at));
        write("bench-declare-3", "{" + ORIGIN.replace("2026", "2027") + ", 'figures': []}");
        Evidence evidence = evidence(claim(">= 0.25", ""), report(0.3, ""));
        assertThat(evidence.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.figure()).startsWith(median + " (");
            assertThat(finding.standing()).isEqualTo(standing);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {", 'trusted': false, 'reasons': ['the driver starved']", ", 'trusted': false"})
    void shouldPutFirstWhatIsNotTrusted(String doubt) throws IOException {
        Evidence evidence = evidence(claim(">= 0.25", ""), report(0.3, doubt));
        assertThat(head(evidence)).contains("| not trusted |");
        assertThat(evidence.faults()).isEmpty();
    }

    @Test
    void shouldNotTrustAQuickRun() throws IOException {
        Evidence evidence = evidence(claim(">= 0.25", ""), report(0.3, "").replace("\"full\"", "\"quick\""));
        assertThat(head(evidence)).contains("| not trusted | a quick run |");
    }

    @Test
    void shouldNotCompareUnits() throws IOException {
        Evidence evidence = evidence(claim(">= 0.25 ms", ""), report(0.3, ""));
        assertThat(head(evidence)).contains("**misses its bar**");
    }

    @ParameterizedTest
    @CsvSource({"0, holds, HOLDS", "1, holds, MISSES", "0, FAILS, MISSES"})
    void shouldTakeAllRowsOfACheckTogether(int lost, String verdict, Evidence.Standing standing) throws IOException {
        String claims = "[{'id': 'kill', 'text': 'Kills', 'report': 'faults', 'check': 'A1', 'reason': 'known'}]";
        write("claims", claims);
        write("faults", "{" + ORIGIN + """
                , 'checks': [
                  {'check': 'A1', 'runs': 1000, 'faults': 3, 'lost': 0, 'verdict': 'holds', 'p50': 10, 'p99': 2000},
                  {'check': 'A1', 'runs': 200, 'faults': 4, 'lost': %d, 'verdict': '%s', 'p50': null, 'p99': null}],
                 'leftOut': {'A6': 'rebalance storm: one instance of each service'}}
                """.formatted(lost, verdict));
        Evidence evidence = Evidence.in(folder);
        assertThat(evidence.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.standing()).isEqualTo(standing);
            assertThat(finding.figure())
                    .startsWith("1,200 operations, 7 faults: " + lost + " lost, 0 doubled, 0 out of order; "
                            + "served again after: p50 10 ms, p99 2,000 ms");
        });
        assertThat(evidence.faults()).isEmpty();
        assertThat(EvidencePage.of(evidence)).contains("- A6 rebalance storm: one instance of each service");
    }

    @Test
    void shouldShowOnlyWhatACheckCounted() throws IOException {
        assertThat(checked("'lost': null, 'doubled': null, 'outOfOrder': null").figure())
                .isEqualTo("64 operations, 7 faults");
    }

    @Test
    void shouldShowTheBoundOfWhatNeverHappened() throws IOException {
        assertThat(checked("'lost': 0, 'doubled': 0, 'outOfOrder': 0").figure())
                .isEqualTo("64 operations, 7 faults: 0 lost, 0 doubled, 0 out of order"
                        + " (at most 42.9 % of such faults do harm, at 95 %)");
    }

    @ParameterizedTest
    @CsvSource({"10000, HOLDS", "10001, MISSES"})
    void shouldMissTheBarOfATime(int p99, Evidence.Standing standing) throws IOException {
        Evidence.Finding served = checked("'lost': null, 'p50': 9000, 'p99': %d, 'bar': 10000".formatted(p99));
        assertThat(served.standing()).isEqualTo(standing);
        assertThat(served.figure())
                .isEqualTo("64 operations, 7 faults; served again after: p50 9,000 ms, p99 %,d ms (bar 10,000 ms)"
                        .formatted(p99));

        Evidence.Finding named = checked(
                "'p99': null, 'spans': [{'what': 'exit', 'p50': 9000, 'p99': %d, 'bar': 10000}]".formatted(p99));
        assertThat(named.standing()).isEqualTo(standing);
        assertThat(named.figure())
                .isEqualTo("64 operations, 7 faults; exit: p50 9,000 ms, p99 %,d ms (bar 10,000 ms)".formatted(p99));
    }

    @Test
    void shouldShowACheckThatFailedBeforeItCounted() throws IOException {
        Evidence.Finding failed = checked("'lost': null, 'runs': 0, 'faults': 0, 'verdict': 'FAILS'");
        assertThat(failed.standing()).isEqualTo(Evidence.Standing.MISSES);
        assertThat(failed.figure()).isEqualTo("0 operations, 0 faults; **fails**");
    }

    /** The finding about a check of 64 operations and 7 faults that holds, unless more says otherwise. */
    private Evidence.Finding checked(String more) throws IOException {
        write("claims", "[{'id': 'kill', 'text': 'Kills', 'report': 'faults', 'check': 'A1', 'reason': 'known'}]");
        write(
                "faults",
                "{%s, 'bounds': {'A1': 42.9}, 'checks': [{'check': 'A1', 'runs': 64, 'faults': 7, 'verdict': 'holds', %s}]}"
                        .formatted(ORIGIN, more));
        return Evidence.in(folder).findings().getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': 'a', 'text': 't', 'report': 'r'}",
                "{'id': 'a', 'text': 't', 'report': 'r', 'figure': 'f'}",
                "{'id': 'a', 'text': 't', 'report': 'r', 'figure': 'f', 'bar': 'fast'}",
                "{'id': 'a', 'text': 't', 'report': 'r', 'check': 'A1', 'bar': '>= 1'}",
                "{'id': '', 'text': 't', 'report': 'r', 'check': 'A1'}"
            })
    void shouldRefuseHalfAClaim(String claim) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvidenceClaim.of(new ObjectMapper().readTree(claim.replace('\'', '"'))));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 0.25", "0.24949, 0.249", "12.345, 12.3", "999.9, 1000", "12345.6, 12346", "15, 15"})
    void shouldRoundToThreeDigits(double value, String text) {
        assertThat(EvidenceReport.number(value)).isEqualTo(text);
    }

    private static String claim(String bar, String more) {
        return "[{'id': 'declare-floor', 'text': 'Fast enough', 'report': 'bench-declare', 'figure': 'declare.ratio', 'bar': '"
                + bar + "'" + more + "}]";
    }

    private static String report(double median, String more) {
        return "{" + ORIGIN + more
                + ", 'figures': [{'id': 'declare.ratio', 'text': 'declare ÷ pgbench', 'unit': '', 'repeats': 7, 'min': 0.1, 'median': "
                + median + ", 'max': 0.9, 'bars': [{'name': 'floor', 'comparison': '>=', 'value': 0.25}]}]}";
    }

    private Evidence evidence(String claims, String report) throws IOException {
        write("claims", claims);
        if (!report.isEmpty()) {
            write("bench-declare", report);
        }
        return Evidence.in(folder);
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), json.replace('\'', '"'));
    }

    /** What stands before the list of claims. */
    private static String head(Evidence evidence) {
        String page = EvidencePage.of(evidence);
        return page.substring(0, page.indexOf("## Claims"));
    }
}
