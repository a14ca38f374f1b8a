package org.qualityzones.zone;

/** Grade of a zone, lowest first. Only two levels are awarded (国质检检〔2014〕237号, 三(二)). */
public enum ZoneLevel {
    NONE,
    PROVINCIAL,
    NATIONAL;

    /** The next level down; {@link #NONE} stays. */
    public ZoneLevel lower() {
        return this == NATIONAL ? PROVINCIAL : NONE;
    }
}
