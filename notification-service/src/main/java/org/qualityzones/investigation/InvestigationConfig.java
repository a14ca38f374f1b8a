package org.qualityzones.investigation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Terms of investigations; no instrument sets them, so they are CONFIGURED. */
@ConfigMapping(prefix = "qz.investigation")
interface InvestigationConfig {

    /** Business days from the opening within which an investigation is concluded. */
    @WithDefault("20")
    int concludeWithin();

    /** How many persons investigate together at least. */
    @WithDefault("2")
    int investigators();

    /** Public holidays: days that are not worked although they are no weekend. */
    Optional<Set<LocalDate>> holidays();

    /** Saturdays and Sundays that are worked in exchange. */
    Optional<Set<LocalDate>> workdays();
}
