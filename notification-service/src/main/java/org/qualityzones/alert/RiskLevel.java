package org.qualityzones.alert;

/** How grave the source says the risk is. */
enum RiskLevel {
    SERIOUS,
    HIGH,
    MEDIUM,
    LOW,
    UNKNOWN
}
