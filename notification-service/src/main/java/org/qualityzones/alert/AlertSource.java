package org.qualityzones.alert;

/** Who told of a product. */
public enum AlertSource {
    EU_SAFETY_GATE,
    US_CPSC,
    RETURN,
    DOMESTIC_SPOT_CHECK,
    OTHER
}
