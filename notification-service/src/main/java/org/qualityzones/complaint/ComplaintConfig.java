package org.qualityzones.complaint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many complaints are taken; each instance counts for itself. */
@ConfigMapping(prefix = "qz.complaint")
interface ComplaintConfig {

    /** Complaints taken from one address in a minute. */
    @WithDefault("10")
    int perClient();

    /** Complaints taken in a minute in all. */
    @WithDefault("300")
    int perMinute();
}
