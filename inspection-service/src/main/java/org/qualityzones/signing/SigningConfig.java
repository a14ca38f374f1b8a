package org.qualityzones.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** Settings of what this service signs. */
@ConfigMapping(prefix = "qz.signing")
interface SigningConfig {

    /** 32 random bytes in base64 that seal the private keys at rest; no default, start-up fails without it. */
    @WithDefault("${QZ_SEALING_KEY}")
    String sealingKey();

    /**
     * Where the public reaches this deployment, without a slash at the end; at most 40 characters, since it stands twice in
     * a certificate that must fit a QR code.
     */
    @WithDefault("http://localhost:8080")
    @Pattern(regexp = "https?://[!-~]{1,32}[^/]")
    String publicBase();

    /** Days after which another key signs; the old one stays published. Our own default. */
    @WithDefault("365")
    @Min(2)
    int keyDays();
}
