package org.qualityzones.investigation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Terms of investigations; no instrument sets them, so they are CONFIGURED. */
@ConfigMapping(prefix = "qz.investigation")
interface InvestigationConfig {

    /** Business days from the opening within which an investigation is concluded. */
    @WithDefault("20")
    int concludeWithin();

    /** How many persons investigate together at least. */
    @WithDefault("2")
    int investigators();
}
