package org.qualityzones.facts;

/** Risk level of a product (一般, 较高, 高风险); a code without an entry counts as {@code HIGHER}. */
public enum ProductRisk {
    HIGHER,
    GENERAL,
    HIGH
}
