package org.qualityzones.contracts;

import java.util.List;

/**
 * The result of an inspection was recorded and judged.
 *
 * @param accepted verdict of the lot: every plan accepted
 * @param verdicts by nonconformity class
 * @param sampling switching state of producer and heading afterwards: {@code NORMAL}, {@code TIGHTENED}, {@code REDUCED} or
 *     {@code SUSPENDED}; null after rework, which changes nothing
 * @param originalLots verdicts of the producer's original inspections, newest first, at most 10, this one included; true is
 *     accepted
 */
public record InspectionJudged(boolean accepted, List<Verdict> verdicts, String sampling, List<Boolean> originalLots) {

    /**
     * @param accept acceptance number of the plan
     */
    public record Verdict(
            String nonconformityClass,
            long sampleSize,
            int accept,
            long inspected,
            long nonconforming,
            boolean accepted) {}
}
