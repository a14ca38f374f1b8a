package org.qualityzones.ruleset;

/** Which draw decides: that of the lot, or the spot-check campaign's. */
public enum DrawKind {
    LOT,
    CAMPAIGN
}
