package org.qualityzones.inspection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Settings of inspections. */
@ConfigMapping(prefix = "qz.inspection")
interface InspectionConfig {

    /** Business days from the decision, or the submitted rework, to the result. Our own default, no instrument sets it. */
    @WithDefault("5")
    @Min(1)
    int dueBusinessDays();
}
