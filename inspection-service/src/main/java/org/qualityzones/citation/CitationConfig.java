package org.qualityzones.citation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How decisions are counted by what they cite. */
@ConfigMapping(prefix = "qz.citation")
interface CitationConfig {

    /** How often decisions are counted. */
    @WithDefault("5s")
    Duration countEvery();

    /** How long after a decision was made it is counted; longer than any transaction that decides. */
    @WithDefault("2M")
    Duration lag();
}
