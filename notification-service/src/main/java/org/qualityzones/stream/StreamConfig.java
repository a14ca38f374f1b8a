package org.qualityzones.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How streams of the feed are kept. */
@ConfigMapping(prefix = "qz.stream")
interface StreamConfig {

    /** Streams open at once on one instance. */
    @WithDefault("500")
    int maxOpen();

    /** Streams open at once for one caller. */
    @WithDefault("5")
    int maxPerCaller();

    /** How often the feed is looked at when this instance appended nothing. */
    @WithDefault("500ms")
    Duration poll();

    /** How often a silent stream gets a comment. */
    @WithDefault("15s")
    Duration keepAlive();

    /** A stream ends after this long at the latest, so that the caller's rights are checked again. */
    @WithDefault("5m")
    Duration maxAge();
}
