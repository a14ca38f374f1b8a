package org.qualityzones.ruleset;

/** Supervision mode of AQSIQ Order 113 article 3, from lax to strict; {@code NONE}: no mode applied. */
public enum Mode {
    NONE,
    /** 信用监管 */
    CREDIT,
    /** 验证监管 */
    VERIFICATION,
    /** 一般监管 */
    GENERAL,
    /** 严密监管: lot by lot */
    STRICT,
    /** 特别监管: full inspection */
    SPECIAL;

    /** This mode or the other, whichever is stricter. */
    public Mode orStricter(Mode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Stricter by a number of steps (laxer when negative), never below {@code CREDIT} or above {@code SPECIAL}. */
    public Mode moved(int steps) {
        return values()[Math.clamp((long) ordinal() + steps, CREDIT.ordinal(), SPECIAL.ordinal())];
    }
}
