package org.qualityzones.correctiveaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Settings of corrective action. */
@ConfigMapping(prefix = "qz.corrective-action")
interface CorrectiveActionConfig {

    /** Business days to submit. Our own default, no instrument sets it. */
    @WithDefault("20")
    @Min(1)
    int businessDays();
}
