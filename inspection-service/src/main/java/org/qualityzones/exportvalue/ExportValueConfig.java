package org.qualityzones.exportvalue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of export values. */
@ConfigMapping(prefix = "qz.export-value")
interface ExportValueConfig {

    /** How often values of cleared lines are added up by producer and day; they count at once. */
    @WithDefault("5s")
    Duration addUpEvery();
}
