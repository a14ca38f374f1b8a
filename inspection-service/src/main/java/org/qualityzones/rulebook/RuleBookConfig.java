package org.qualityzones.rulebook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of rule sets. */
@ConfigMapping(prefix = "qz.rule-set")
interface RuleBookConfig {

    /** Least time between a publication and its effect, in which every instance of this service learns of it. */
    @WithDefault("5S")
    Duration lead();

    /** How old the facts of an impact report may be when its rule set is published. */
    @WithDefault("24H")
    Duration reportAge();
}
