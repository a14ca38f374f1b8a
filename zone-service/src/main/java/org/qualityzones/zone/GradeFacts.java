package org.qualityzones.zone;

import java.time.LocalDate;

/**
 * A grade as it was awarded.
 *
 * @param from first day of the grade (the announcement's)
 * @param until last day, null where none is recorded
 * @param source where it is written down
 */
public record GradeFacts(ZoneLevel level, LocalDate from, LocalDate until, String source, Provenance provenance) {}
