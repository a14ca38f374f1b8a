package org.qualityzones.sampling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes the plans of a lot. */
public final class SamplingPlans {

    private SamplingPlans() {}

    /**
     * The plan the tables give for a lot of at least 1. A lot of 1 is inspected whole with acceptance number 0; a sample as
     * large as the lot is the whole lot, its acceptance number as tabled.
     */
    public static SamplingPlan bare(long lotSize, InspectionLevel level, Aql aql, Severity severity) {
        if (lotSize < 1) {
            throw new IllegalArgumentException("A lot holds at least 1 item, not " + lotSize);
        }
        if (lotSize == 1) {
            return plan(level.code(), aql.code(), severity, null, null, 1, 1, 0);
        }
        CodeLetter initial = level.letter(lotSize);
        PlanTable.Cell cell = PlanTable.of(severity).cell(initial, aql);
        long sampleSize = Math.min(lotSize, cell.letter().sampleSize(severity));
        return plan(
                level.code(),
                aql.code(),
                severity,
                initial.name(),
                cell.letter().name(),
                lotSize,
                sampleSize,
                cell.accept());
    }

    /**
     * The plans of a sampled lot, one for each nonconformity class in order. Class A is our own rule, no table: acceptance
     * number 0 on the largest of the other samples.
     */
    public static List<SamplingPlan> sampled(
            long lotSize, Map<NonconformityClass, Quality> qualities, Severity severity) {
        List<SamplingPlan> tabled = new EnumMap<>(qualities)
                .entrySet().stream()
                        .map(entry -> bare(
                                        lotSize,
                                        entry.getValue().level(),
                                        entry.getValue().aql(),
                                        severity)
                                .as(entry.getKey()))
                        .toList();
        long largest = tabled.stream().mapToLong(SamplingPlan::sampleSize).max().orElse(lotSize);
        List<SamplingPlan> plans = new ArrayList<>();
        plans.add(whole(severity, lotSize, largest, NonconformityClass.A));
        plans.addAll(tabled);
        return List.copyOf(plans);
    }

    /** The plans of a lot inspected to 100 %: the whole lot, acceptance number 0 for each class. Our own rule, no table. */
    public static List<SamplingPlan> full(long lotSize, Severity severity) {
        return List.of(
                whole(severity, lotSize, lotSize, NonconformityClass.A),
                whole(severity, lotSize, lotSize, NonconformityClass.B),
                whole(severity, lotSize, lotSize, NonconformityClass.C));
    }

    private static SamplingPlan whole(Severity severity, long lotSize, long sampleSize, NonconformityClass judged) {
        return plan(null, null, severity, null, null, lotSize, sampleSize, 0).as(judged);
    }

    private static SamplingPlan plan(
            String level,
            String aql,
            Severity severity,
            String codeLetter,
            String planLetter,
            long lotSize,
            long sampleSize,
            int accept) {
        return new SamplingPlan(
                null,
                SamplingPlan.STANDARD,
                level,
                aql,
                severity,
                codeLetter,
                planLetter,
                lotSize,
                sampleSize,
                accept,
                accept + 1);
    }

    /** What is asked of one nonconformity class. */
    public record Quality(InspectionLevel level, Aql aql) {}
}
