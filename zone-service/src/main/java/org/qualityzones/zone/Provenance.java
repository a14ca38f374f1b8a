package org.qualityzones.zone;

/** How well a statement is supported: found in public material, in a founding document, or our own setting. */
public enum Provenance {
    FOUND,
    SEED,
    CONFIGURED
}
