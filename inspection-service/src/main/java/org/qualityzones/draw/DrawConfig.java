package org.qualityzones.draw;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Settings of the draw. */
@ConfigMapping(prefix = "qz.draw")
interface DrawConfig {

    /** 32 random bytes in base64 that seal the daily seeds at rest; no default, start-up fails without it. */
    @WithDefault("${QZ_SEALING_KEY}")
    String sealingKey();

    /** Days during which a lot filed again inherits its earlier draw. Our own default, no instrument sets it. */
    @WithDefault("90")
    @Min(1)
    int inheritanceDays();
}
