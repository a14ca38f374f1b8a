package org.qualityzones.draw;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;

/** Settings of the draw. */
@ConfigMapping(prefix = "qz")
interface DrawConfig {

    /** 32 random bytes in base64 that seal the daily seeds at rest; no default, start-up fails without it. */
    @WithName("sealing-key")
    String sealingKey();

    /** Days during which a lot filed again inherits its earlier draw. Our own default, no instrument sets it. */
    @WithName("draw.inheritance-days")
    @WithDefault("90")
    @Min(1)
    int inheritanceDays();
}
