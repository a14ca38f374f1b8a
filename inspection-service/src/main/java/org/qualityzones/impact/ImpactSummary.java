package org.qualityzones.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.Title;

/**
 * What a rule set would have changed.
 *
 * @param remark says so when the period holds no decision; else null
 * @param decisions that the rules made in the period, one for each time a line was decided
 * @param unreadable decisions whose stored facts or outcome cannot be read, left out of all other numbers
 * @param changed decisions with another outcome
 * @param outcomes number of decisions by {@code BEFORE→AFTER}, unchanged ones included
 * @param byZone changed decisions by zone and by {@code BEFORE→AFTER}; {@code none}: of no zone; a line may be of several
 * @param byChapter changed decisions by HS chapter and by {@code BEFORE→AFTER}
 * @param byClass changed decisions by class of the producer and by {@code BEFORE→AFTER}
 * @param enterprises the producers with most changed decisions, at most 100
 * @param work of inspectors on the lots as they were decided last
 * @param failuresMissed lots that were inspected and rejected, and would not have been inspected; counted
 * @param failuresFound lots that might have been found wanting: an estimate
 */
record ImpactSummary(
        Title remark,
        long decisions,
        long unreadable,
        long changed,
        SortedMap<String, Long> outcomes,
        Map<String, SortedMap<String, Long>> byZone,
        Map<String, SortedMap<String, Long>> byChapter,
        Map<String, SortedMap<String, Long>> byClass,
        List<Enterprise> enterprises,
        Work work,
        long failuresMissed,
        Estimate failuresFound) {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    /** A producer whose decisions change. @param name as this service last heard of it; null when it never did */
    record Enterprise(String uscc, Name name, long changed, long stricter, long laxer) {}

    /** What an enterprise is called. */
    record Name(String zh, String en) {}

    /** What one lot costs an inspector, by outcome. */
    record Minutes(int verify, int sample, int fullInspection) {

        static Minutes of(ImpactConfig config) {
            return new Minutes(config.verifyMinutes(), config.sampleMinutes(), config.fullInspectionMinutes());
        }
    }

    /**
     * Work of inspectors.
     *
     * @param hoursAdded in hours with two decimals; less than 0: saved
     * @param minutes that each outcome takes, by outcome: our own defaults (CONFIGURED), no instrument sets them
     */
    record Work(String hoursAdded, SortedMap<String, Integer> minutes) {

        static Work of(ImpactTally tally, Minutes each) {
            long minutes = (tally.verifyAfter - tally.verifyBefore) * each.verify()
                    + (tally.sampleAfter - tally.sampleBefore) * each.sample()
                    + (tally.fullAfter - tally.fullBefore) * each.fullInspection();
            return new Work(
                    BigDecimal.valueOf(minutes)
                            .divide(MINUTES, 2, RoundingMode.HALF_UP)
                            .toPlainString(),
                    new TreeMap<>(Map.of(
                            Outcome.VERIFY.name(), each.verify(),
                            Outcome.SAMPLE.name(), each.sample(),
                            Outcome.FULL_INSPECTION.name(), each.fullInspection())));
        }
    }

    /**
     * A number that was not counted.
     *
     * @param label always {@code ESTIMATE}
     * @param expected null when no lot of the period was judged
     * @param low of the 95 % interval; null as above
     * @param high of the 95 % interval; null as above
     * @param basis how it was reckoned, in words
     */
    record Estimate(String label, Long expected, Long low, Long high, Title basis) {

        private static final String LABEL = "ESTIMATE";
        private static final double Z95 = 1.959964;

        /** Wilson's interval of the share of rejected lots, taken over to the lots inspected in addition. */
        static Estimate of(ImpactTally tally) {
            long more = tally.newlyInspected;
            if (tally.judged == 0) {
                Long none = more == 0 ? 0L : null;
                return new Estimate(
                        LABEL,
                        none,
                        none,
                        none,
                        new Title(
                                "多检验 " + more + " 批；该时期没有已判定的批次",
                                more + " lots inspected in addition; no lot of the period was judged"));
            }
            double n = tally.judged;
            double p = tally.rejected / n;
            double spread = Z95 * Math.sqrt(p * (1 - p) / n + Z95 * Z95 / (4 * n * n));
            double centre = p + Z95 * Z95 / (2 * n);
            double whole = 1 + Z95 * Z95 / n;
            String share = tally.rejected + "/" + tally.judged;
            return new Estimate(
                    LABEL,
                    Math.round(more * p),
                    (long) Math.floor(more * Math.max(0, (centre - spread) / whole)),
                    (long) Math.ceil(more * Math.min(1, (centre + spread) / whole)),
                    new Title(
                            "多检验 " + more + " 批，按该时期已判定批次的不合格比例 " + share + " 推算；Wilson 95% 区间；被抽中的批次可能比其他批次差",
                            more + " lots inspected in addition, at the share of judged lots of the period that were"
                                    + " rejected, " + share
                                    + "; Wilson interval, 95 %; lots chosen for inspection may be"
                                    + " worse than others"));
        }
    }

    static ImpactSummary of(ImpactTally tally, List<Enterprise> enterprises, Minutes each) {
        boolean empty = tally.decisions + tally.unreadable == 0;
        return new ImpactSummary(
                empty ? new Title("该时期没有任何决定", "The period holds no decision") : null,
                tally.decisions,
                tally.unreadable,
                tally.changed,
                tally.outcomes,
                tally.byZone,
                tally.byChapter,
                tally.byClass,
                enterprises,
                Work.of(tally, each),
                tally.missed,
                Estimate.of(tally));
    }
}
