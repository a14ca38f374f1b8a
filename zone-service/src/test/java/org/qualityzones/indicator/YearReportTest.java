package org.qualityzones.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class YearReportTest {

    @Test
    void shouldCountCasesPerHundredMillionDollarsOfExports() {
        YearReport report = report(
                Map.of(
                        IndicatorKind.EXPORT_VALUE_USD, "670000000",
                        IndicatorKind.FOREIGN_NOTIFICATIONS, "3",
                        IndicatorKind.RETURNS, "0",
                        IndicatorKind.LOTS_INSPECTED, "200",
                        IndicatorKind.LOTS_REJECTED, "1"),
                Map.of());

        assertThat(report.rates()).isEqualTo(new YearReport.Rates("0.4478", "0.0000", "0.9950"));
    }

    @Test
    void shouldNotMakeUpRatesOfMissingFigures() {
        YearReport report = report(Map.of(IndicatorKind.RETURNS, "2", IndicatorKind.LOTS_INSPECTED, "0"), Map.of());

        assertThat(report.rates()).isEqualTo(new YearReport.Rates(null, null, null));
    }

    @Test
    void shouldSayWhetherFourRoseAndOneFell() {
        YearReport report = report(
                Map.of(IndicatorKind.FOREIGN_ORDERS, "110", IndicatorKind.FOREIGN_RECALLS, "2"),
                Map.of(IndicatorKind.FOREIGN_ORDERS, "100", IndicatorKind.FOREIGN_RECALLS, "1"));

        assertThat(report.lines())
                .extracting(YearReport.Line::indicator, YearReport.Line::aimMet)
                .containsExactly(
                        tuple(IndicatorKind.FOREIGN_ORDERS, true), tuple(IndicatorKind.FOREIGN_RECALLS, false));
    }

    private static YearReport report(Map<IndicatorKind, String> now, Map<IndicatorKind, String> before) {
        return YearReport.of("kunshan-bicycles", 2013, figures(2013, now), figures(2012, before), 31);
    }

    private static Map<IndicatorKind, Indicator> figures(int year, Map<IndicatorKind, String> values) {
        Map<IndicatorKind, Indicator> figures = new EnumMap<>(IndicatorKind.class);
        values.forEach((kind, value) -> {
            IndicatorCommand command = new IndicatorCommand(year, kind, new BigDecimal(value), "test", null);
            figures.put(kind, new Indicator(new UUID(0, 1), new UUID(0, 2), command, "test", Instant.EPOCH));
        });
        return figures;
    }
}
