package org.qualityzones.declaration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of declarations. */
@ConfigMapping(prefix = "qz.declaration")
interface DeclarationConfig {

    /** Days for which a clearance may be used. The general term of the exit goods clearance form is 60 days. */
    @WithDefault("60")
    @Min(1)
    int clearanceDays();

    /** How often clearances whose term has passed are told of; they read as expired at once. */
    @WithDefault("60s")
    Duration termSweepEvery();
}
