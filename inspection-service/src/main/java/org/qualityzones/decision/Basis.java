package org.qualityzones.decision;

/** Whether all facts that were read were known and current. */
public enum Basis {
    COMPLETE,
    DEGRADED
}
