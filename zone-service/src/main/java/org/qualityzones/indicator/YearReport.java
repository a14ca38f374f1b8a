package org.qualityzones.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.qualityzones.indicator.IndicatorKind.Direction;

/**
 * The figures of a zone for a year beside those of the year before.
 *
 * @param lines one for every kind reported in either year
 * @param rates what follows from them, null where a figure is missing
 * @param members active members now
 */
record YearReport(String zone, int year, List<Line> lines, Rates rates, long members) {
    private static final BigDecimal HUNDRED_MILLION = new BigDecimal("100000000");
    private static final int DIGITS = 4;

    /**
     * One figure in two years.
     *
     * @param aimMet whether it went where it should, null where that cannot be said
     */
    record Line(
            IndicatorKind indicator,
            String value,
            String previous,
            Direction aim,
            Boolean aimMet,
            String source,
            String coverage) {}

    /**
     * What a zone is compared by.
     *
     * @param notificationsPer100MillionUsd foreign notifications per 100 million US dollars of exports
     * @param returnsPer100MillionUsd returned lots per 100 million US dollars of exports
     * @param lotPassRate share of inspected lots that were accepted, 0 to 1
     */
    record Rates(String notificationsPer100MillionUsd, String returnsPer100MillionUsd, String lotPassRate) {}

    static YearReport of(
            String zone,
            int year,
            Map<IndicatorKind, Indicator> now,
            Map<IndicatorKind, Indicator> before,
            long members) {
        List<Line> lines = new ArrayList<>();
        Arrays.stream(IndicatorKind.values())
                .filter(kind -> now.containsKey(kind) || before.containsKey(kind))
                .forEach(kind -> lines.add(line(kind, now.get(kind), before.get(kind))));
        BigDecimal exports = value(now.get(IndicatorKind.EXPORT_VALUE_USD));
        BigDecimal lots = value(now.get(IndicatorKind.LOTS_INSPECTED));
        BigDecimal rejected = value(now.get(IndicatorKind.LOTS_REJECTED));
        Rates rates = new Rates(
                per(value(now.get(IndicatorKind.FOREIGN_NOTIFICATIONS)), exports),
                per(value(now.get(IndicatorKind.RETURNS)), exports),
                lots == null || rejected == null ? null : share(lots.subtract(rejected), lots));
        return new YearReport(zone, year, lines, rates, members);
    }

    private static Line line(IndicatorKind kind, Indicator now, Indicator before) {
        return new Line(
                kind,
                text(value(now)),
                text(value(before)),
                kind.aim(),
                met(kind.aim(), value(now), value(before)),
                now == null ? null : now.source(),
                now == null ? null : now.coverage());
    }

    private static Boolean met(Direction aim, BigDecimal now, BigDecimal before) {
        if (aim == Direction.NONE || now == null || before == null) {
            return null;
        }
        return aim == Direction.UP ? now.compareTo(before) > 0 : now.compareTo(before) < 0;
    }

    private static String per(BigDecimal cases, BigDecimal exports) {
        return cases == null || exports == null ? null : share(cases.multiply(HUNDRED_MILLION), exports);
    }

    private static String share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : part.divide(whole, DIGITS, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal value(Indicator figure) {
        return figure == null ? null : figure.value();
    }

    private static String text(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }
}
