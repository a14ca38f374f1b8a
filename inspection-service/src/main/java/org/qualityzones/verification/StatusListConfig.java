package org.qualityzones.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the status lists. */
@ConfigMapping(prefix = "qz.status-list")
interface StatusListConfig {

    /** How long a verifier may keep a list before it asks again. Our own default. */
    @WithDefault("5m")
    Duration ttl();

    /** How long a list may be relied upon without asking again. Our own default. */
    @WithDefault("24h")
    Duration lifetime();
}
