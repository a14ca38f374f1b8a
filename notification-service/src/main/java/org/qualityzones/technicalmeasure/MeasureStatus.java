package org.qualityzones.technicalmeasure;

/** How far a measure is on a day (Asia/Shanghai), as its dates say. */
public enum MeasureStatus {
    /** Comments are taken, or no last day for them is known. */
    OPEN_FOR_COMMENT,
    COMMENT_CLOSED,
    ADOPTED,
    IN_FORCE,
    WITHDRAWN
}
