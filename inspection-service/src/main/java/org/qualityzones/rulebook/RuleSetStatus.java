package org.qualityzones.rulebook;

/** Where a rule set stands. */
public enum RuleSetStatus {
    DRAFT,
    LINTED,
    IMPACT_ASSESSED,
    PUBLISHED,
    RETIRED;

    /** Whether its document is fixed and everybody may read it. */
    public boolean isFixed() {
        return this == PUBLISHED || this == RETIRED;
    }
}
