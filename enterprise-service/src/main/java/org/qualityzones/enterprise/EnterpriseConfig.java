package org.qualityzones.enterprise;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of one enterprise's public state, which every event carries whole. */
@ConfigMapping(prefix = "qz.enterprise")
public interface EnterpriseConfig {

    /** Greatest number of agents an enterprise lists. */
    @WithDefault("200")
    int maxAgents();

    /** Greatest number of products on record for an enterprise. */
    @WithDefault("200")
    int maxProducts();

    /** How often terms that ended are looked for: suspensions, classes, credit records. */
    @WithDefault("60s")
    Duration sweepEvery();

    /** How many suspensions that ended are closed in one go; the rest waits for the next. */
    @WithDefault("200")
    int sweepBatch();
}
