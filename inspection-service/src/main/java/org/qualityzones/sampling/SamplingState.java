package org.qualityzones.sampling;

/** Where a producer's product stands under the switching rules (GB/T 2828.1-2012 clauses 9.3 and 9.4). */
public enum SamplingState {
    NORMAL,
    TIGHTENED,
    REDUCED,
    /** Inspection is discontinued until corrective action is confirmed effective (clause 9.4). */
    SUSPENDED;

    /** Severity of a lot that is inspected in this state; while inspection is discontinued, tightened. */
    public Severity severity() {
        return switch (this) {
            case NORMAL -> Severity.NORMAL;
            case TIGHTENED, SUSPENDED -> Severity.TIGHTENED;
            case REDUCED -> Severity.REDUCED;
        };
    }
}
