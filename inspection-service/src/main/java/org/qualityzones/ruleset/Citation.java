package org.qualityzones.ruleset;

import java.time.LocalDate;

/**
 * Where a rule, parameter or table comes from.
 *
 * @param instrument its name as cited, such as {@code AQSIQ Order 113}; {@code configuration} for our own defaults
 * @param article null when the whole instrument is meant
 * @param text what it says, in its own words or ours; null when not recorded
 * @param effectiveFrom null when not found
 * @param effectiveTo null when in force or not found
 * @param source where the text was found; null for {@code CONFIGURED}
 * @param continuedPractice a {@code CONFIGURED} citation that carries on a practice whose instrument was repealed
 * @param reason who decided so and why; not null when {@code continuedPractice}
 */
public record Citation(
        String instrument,
        String article,
        String text,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        Status status,
        Provenance provenance,
        String source,
        boolean continuedPractice,
        String reason) {

    /** Name of the instrument of what is our own default. */
    public static final String CONFIGURATION = "configuration";

    /** Whether the instrument is in force. */
    public enum Status {
        IN_FORCE,
        REPEALED,
        UNKNOWN
    }

    /** How the text is known: found in public material, taken from a founding document, or our own default (never law). */
    public enum Provenance {
        FOUND,
        SEED,
        CONFIGURED
    }
}
