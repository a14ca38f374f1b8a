package org.qualityzones.sampling;

/** Severity of inspection, one table each (GB/T 2828.1-2012 tables 2-A, 2-B, 2-C). */
public enum Severity {
    NORMAL,
    TIGHTENED,
    REDUCED
}
