package org.qualityzones.ruleset;

import java.time.LocalDate;
import java.util.List;

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
 * @param continues for {@code continuedPractice}: the instruments, cited at the same place, whose practice is carried on; empty:
 *     those that the document itself calls {@code REPEALED} there
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
        List<String> continues,
        String reason) {

    /** Name of the instrument of what is our own default. */
    public static final String CONFIGURATION = "configuration";

    /** Whether a citation of a place carries on the practice of an instrument that the place cites. */
    public static boolean acknowledged(List<Citation> place, String instrument) {
        boolean calledRepealed = place.stream()
                .anyMatch(cited -> cited.instrument().equals(instrument) && cited.status() == Status.REPEALED);
        return place.stream()
                .filter(Citation::continuedPractice)
                .anyMatch(practice -> practice.continues().isEmpty()
                        ? calledRepealed
                        : practice.continues().contains(instrument));
    }

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
