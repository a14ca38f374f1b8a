package org.qualityzones.shadow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of drafts that run beside the live rule set. */
@ConfigMapping(prefix = "qz.shadow")
interface ShadowConfig {

    /** Time between the start or stop of a run and the decisions it is about, in which every instance of this service learns of it. */
    @WithDefault("5S")
    Duration lead();

    /** How many drafts may run at once. */
    @WithDefault("3")
    @Min(1)
    int most();
}
