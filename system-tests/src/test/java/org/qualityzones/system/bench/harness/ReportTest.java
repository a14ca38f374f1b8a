package org.qualityzones.system.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qualityzones.system.bench.harness.Report.Bar;
import org.qualityzones.system.client.Json;

class ReportTest {

    @TempDir
    Path folder;

    private final Report report = report(0.1);

    private static Report report(double busyBefore) {
        return new Report(
                "sample",
                new Machine("a processor", 2, 4096, "6.1", "25", busyBefore, "c0ffee", false),
                Arguments.parse(List.of("sample", "--seed", "42")));
    }

    @Test
    void aFigureSaysWhichOfItsBarsItsMedianMeets() throws IOException {
        report.figure(
                "sample.rate", "a rate", Figures.of(5, 1, 3), "/s", Bar.atLeast("floor", 3), Bar.atLeast("target", 4));
        report.figure("sample.lag.p50", "a lag", Figures.of(15), "ms", Bar.atMost("target", 15));

        JsonNode rate = written().at("/figures/0");
        assertThat(rate.path("median").asDouble()).isEqualTo(3);
        assertThat(rate.path("min").asDouble()).isEqualTo(1);
        assertThat(rate.path("max").asDouble()).isEqualTo(5);
        assertThat(rate.path("repeats").asInt()).isEqualTo(3);
        assertThat(rate.at("/bars/0/met").asBoolean()).isTrue();
        assertThat(rate.at("/bars/1/met").asBoolean()).isFalse();
        assertThat(written().at("/figures/1/bars/0/met").asBoolean()).isTrue();
    }

    @Test
    void aRatioNamesTheFiguresThatItWasTakenOf() throws IOException {
        Figures ours = Figures.of(1, 2);
        Figures others = Figures.of(2, 2);
        report.figure("sample.ours", "ours", ours, "/s");
        report.figure("sample.others", "theirs", others, "/s");
        report.ratio("sample.ratio", "ours ÷ theirs", ours.over(others), "sample.ours", "sample.others");

        JsonNode ratio = written().at("/figures/2");
        assertThat(ratio.at("/of/0").asText()).isEqualTo("sample.ours");
        assertThat(ratio.at("/of/1").asText()).isEqualTo("sample.others");
        assertThat(ratio.path("median").asDouble()).isEqualTo(0.75);
    }

    @Test
    void theWorstOfTheDriversMeasurementsIsReported() throws IOException {
        report.generator(0.9, 0.01);
        report.generator(0.6, 0.1);
        report.generator(0.8, 0.02);

        assertThat(written().at("/generator/idle").asDouble()).isEqualTo(0.6);
        assertThat(written().at("/generator/starved").asDouble()).isEqualTo(0.1);
        assertThat(written().path("trusted").asBoolean()).isTrue();
        assertThat(written().path("reasons")).isEmpty();
    }

    @Test
    void aDriverThatStarvedIsNotTrustedAndTheReasonIsGiven() throws IOException {
        report.generator(0.6, 0.3);

        assertThat(written().path("trusted").asBoolean()).isFalse();
        assertThat(written().at("/reasons/0").asText()).contains("30 %");
    }

    @Test
    void aDriverThatWasNeverIdleIsNotTrusted() throws IOException {
        report.generator(0.1, 0.0);

        assertThat(written().path("trusted").asBoolean()).isFalse();
    }

    @Test
    void aMachineThatWasNotQuietIsNotTrusted() throws IOException {
        report(0.2).close(folder);

        JsonNode json = Json.read(Files.readString(folder.resolve("bench-sample.json")));
        assertThat(json.path("trusted").asBoolean()).isFalse();
        assertThat(json.at("/reasons/0").asText()).contains("not quiet", "20 %");
    }

    @Test
    void theFileSaysWhatRanWhereAndHowToRunItAgain() throws IOException {
        JsonNode json = written();

        assertThat(json.path("benchmark").asText()).isEqualTo("sample");
        assertThat(json.path("commit").asText()).isEqualTo("c0ffee");
        assertThat(json.path("seed").asLong()).isEqualTo(42);
        assertThat(json.path("command").asText())
                .startsWith("./run bench sample ")
                .contains("--seed 42");
        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
        assertThat(json.path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void anIdIsOfItsBenchmarkAndNew() {
        report.figure("sample.rate", "a rate", Figures.of(1), "/s");

        assertThatThrownBy(() -> report.figure("sample.rate", "again", Figures.of(1), "/s"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> report.figure("other.rate", "another's", Figures.of(1), "/s"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> report.ratio("sample.ratio", "of nothing", Figures.of(1), "sample.rate", "sample.x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JsonNode written() throws IOException {
        report.close(folder);
        return Json.read(Files.readString(folder.resolve("bench-sample.json")));
    }
}
