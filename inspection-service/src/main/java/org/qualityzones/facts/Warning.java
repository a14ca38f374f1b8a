package org.qualityzones.facts;

import java.util.Comparator;

/**
 * An active risk warning whose whole scope matches the line.
 *
 * @param level 1 (gravest) to 3
 */
public record Warning(String id, int level, Measure measure) {

    static final Comparator<Warning> ORDER =
            Comparator.comparing(Warning::id).thenComparing(Warning::level).thenComparing(Warning::measure);

    /** What the warning orders (AQSIQ Order 1 of 2001). */
    public enum Measure {
        TIGHTEN,
        SUSPEND,
        BAN
    }
}
