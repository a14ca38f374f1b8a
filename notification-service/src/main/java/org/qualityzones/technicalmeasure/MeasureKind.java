package org.qualityzones.technicalmeasure;

/** Under which agreement a measure is notified. */
public enum MeasureKind {
    /** Technical barriers to trade. */
    TBT,
    /** Sanitary and phytosanitary measures. */
    SPS
}
