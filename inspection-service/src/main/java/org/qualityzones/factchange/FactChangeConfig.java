package org.qualityzones.factchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the queue of changed facts. */
@ConfigMapping(prefix = "qz.fact-change")
interface FactChangeConfig {

    /** How long a claim of a killed instance holds before another one goes on; longer than a batch of 50 declarations takes. */
    @WithDefault("20s")
    Duration lease();
}
