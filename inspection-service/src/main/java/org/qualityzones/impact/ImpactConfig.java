package org.qualityzones.impact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** What impact reports reckon with. Our own defaults, no instrument sets them. */
@ConfigMapping(prefix = "qz.impact")
interface ImpactConfig {

    /** Minutes of an inspector's work for verifying documents. */
    @WithDefault("30")
    @Min(0)
    int verifyMinutes();

    /** Minutes of an inspector's work for a lot that is sampled. */
    @WithDefault("240")
    @Min(0)
    int sampleMinutes();

    /** Minutes of an inspector's work for a lot that is inspected whole. */
    @WithDefault("960")
    @Min(0)
    int fullInspectionMinutes();
}
