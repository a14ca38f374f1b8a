package org.qualityzones.certificate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings of exemption certificates. */
@ConfigMapping(prefix = "qz.certificate")
interface CertificateConfig {

    /** Certificates or reminders that the sweep over the terms deals with in one transaction. */
    @WithDefault("100")
    @Min(1)
    @Max(1000)
    int sweepBatch();
}
