package org.qualityzones.inspection;

/** What the work after a decision says about a line, and what its clearance rests on then. */
public enum Ruling {
    ACCEPTED(true, "inspection"),
    NOT_ACCEPTED(false, "inspection"),
    CORRECTED(true, "corrective-action"),
    NOT_CORRECTED(false, "corrective-action");

    private final boolean clears;
    private final String basis;

    Ruling(boolean clears, String basis) {
        this.clears = clears;
        this.basis = basis;
    }

    public boolean clears() {
        return clears;
    }

    public String basis() {
        return basis;
    }
}
