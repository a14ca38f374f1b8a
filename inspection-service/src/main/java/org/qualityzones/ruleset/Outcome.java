package org.qualityzones.ruleset;

/** What happens to a line, from lax to strict; a declaration's outcome is its strictest line. */
public enum Outcome {
    /** Exempt from inspection (免验). */
    EXEMPT,
    RELEASE,
    /** Documents are verified. */
    VERIFY,
    /** The lot is drawn: inspected by sample. */
    SAMPLE,
    /** Every item is inspected, destructive items by a special-level sample. */
    FULL_INSPECTION,
    /** May not leave until what holds it ends. */
    HOLD;

    public Outcome orStricter(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether a lot with this outcome is inspected, so needs sampling plans. */
    public boolean inspected() {
        return this == SAMPLE || this == FULL_INSPECTION;
    }
}
