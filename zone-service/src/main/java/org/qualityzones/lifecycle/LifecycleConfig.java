package org.qualityzones.lifecycle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** Terms of grades. No instrument that could be read gives them: all are settings of ours. */
@ConfigMapping(prefix = "qz.zone.life-cycle")
public interface LifecycleConfig {
    /** How long a grade holds from its announcement or renewal. */
    @WithDefault("P3Y")
    Period term();

    /** How long a revoked zone may not apply again. */
    @WithDefault("P3Y")
    Period reapplicationBar();

    /** How often grades whose term has ended are looked for. */
    @WithDefault("60s")
    String expiryEvery();
}
