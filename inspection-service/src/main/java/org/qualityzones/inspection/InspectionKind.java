package org.qualityzones.inspection;

/** Which inspection of a lot this is. */
public enum InspectionKind {
    /** The first; only it counts for class and sampling. */
    ORIGINAL,
    /** The one after rework (重新检验). */
    AFTER_REWORK
}
