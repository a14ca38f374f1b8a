package org.qualityzones.redecision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of deciding again. */
@ConfigMapping(prefix = "qz.redecision")
interface RedecisionConfig {

    /** How often changed facts are looked for that lines were decided on. */
    @WithDefault("1s")
    Duration every();

    /** How often it is looked whether copies that were stale are current, and whether a new day has begun for held lines. */
    @WithDefault("30s")
    Duration sweepEvery();
}
