package org.qualityzones.zone;

/** Facilitation measures for zones and their enterprises (国质检检〔2014〕237号, 六). */
public enum MeasureKind {
    /** Every statutory lot of the enterprises on the roll is exempt from inspection. */
    WHOLE_ZONE_EXEMPTION,
    /** A yearly risk-monitoring plan in place of lot control. */
    RISK_MONITORING,
    /** Non-statutory goods of members are free of random inspection. */
    RANDOM_INSPECTION_RELIEF,
    /** Aid goods and goods for Africa: own declaration or a third party's result is accepted. */
    RESULT_ACCEPTANCE,
    /** Registration is simplified, and asked for a limited term only. */
    SIMPLIFIED_REGISTRATION,
    /** Imported parts and materials are presumed to conform. */
    PRESUMED_CONFORMITY,
    /** Imported equipment for own use is inspected together with the enterprise. */
    CO_INSPECTION
}
