package org.qualityzones.warning;

/** Life of a risk warning; one that has run out stays active in name and matches no day after its last. */
public enum WarningStatus {
    ACTIVE,
    LIFTED
}
