package org.qualityzones.store;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How secrets are sealed at rest. */
@ConfigMapping(prefix = "qz.sealing")
interface SealingConfig {

    /** 32 random bytes, base64; the service does not start without. Environment: QZ_SEALING_KEY. */
    Optional<String> key();
}
