package org.qualityzones.web.calendar;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Public holidays and the weekend days worked in exchange (调休), as announced for each year; none by default. */
@ConfigMapping(prefix = "qz.calendar")
interface CalendarConfig {

    /** Days that are not worked although they are no weekend. */
    Optional<Set<LocalDate>> holidays();

    /** Saturdays and Sundays that are worked. */
    Optional<Set<LocalDate>> workdays();
}
