package org.qualityzones.sampling;

/**
 * How many items of a lot are inspected and how many nonconforming ones it may show; accepted when d ≤ {@code accept}.
 *
 * @param nonconformityClass the class it judges; null for a bare plan of the tables
 * @param standard GB/T 2828.1-2012
 * @param level inspection level as written; null where no table was used (class A, full inspection)
 * @param aql acceptance quality limit as written; null where no table was used
 * @param codeLetter initial letter for the lot size; null where no table was used
 * @param planLetter letter after the table's arrows; null where no table was used
 * @param lotSize items in the lot, at least 1
 * @param sampleSize items to inspect, at most {@code lotSize}
 * @param reject {@code accept + 1}
 */
public record SamplingPlan(
        NonconformityClass nonconformityClass,
        String standard,
        String level,
        String aql,
        Severity severity,
        String codeLetter,
        String planLetter,
        long lotSize,
        long sampleSize,
        int accept,
        int reject) {

    /** The only standard this suite samples by. */
    public static final String STANDARD = "GB/T 2828.1-2012";

    SamplingPlan as(NonconformityClass judged) {
        return new SamplingPlan(
                judged, standard, level, aql, severity, codeLetter, planLetter, lotSize, sampleSize, accept, reject);
    }
}
