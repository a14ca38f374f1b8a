package org.qualityzones.warning;

/** What a risk warning does to a lot it matches. */
public enum WarningMeasure {
    TIGHTEN,
    SUSPEND,
    BAN
}
