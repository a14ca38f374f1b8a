package org.qualityzones.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What may be set about the HTTP conventions. */
@ConfigMapping(prefix = "qz.web")
public interface WebConfig {

    /** Segment of this service's own paths: zone, enterprise, inspection or notification; {@code qz.service}. */
    @WithDefault("${qz.service:service}")
    String service();

    /** Base of the {@code type} URIs of problems, with a trailing slash. */
    @WithDefault("http://localhost:8080/problems/")
    URI problemBase();

    /** False removes the beans that need a database (read at build time). */
    @WithDefault("true")
    boolean database();

    /** Greatest request body in bytes. */
    @WithDefault("1048576")
    long maxBody();

    /** Greatest body in bytes of a path that ends in {@code /imports}. */
    @WithDefault("1073741824")
    long maxImportBody();

    /** Greatest number of characters of one text in a JSON body. */
    @WithDefault("500")
    int maxText();

    /** How long a token found good is not checked again; never past its expiry. Zero checks each time. */
    @WithDefault("60S")
    Duration rememberTokens();

    /** Idempotency keys. */
    Keys idempotency();

    /** Long-running jobs. */
    JobSettings jobs();

    /** How idempotency keys are kept. */
    interface Keys {

        /** How long a stored answer is replayed. */
        @WithDefault("7D")
        Duration keep();

        /** How long a concurrent duplicate waits for the first one's answer. */
        @WithDefault("2S")
        Duration patience();

        /** How often expired keys are removed. */
        @WithDefault("60s")
        Duration cleanupEvery();
    }

    /** How long-running jobs are supervised. */
    interface JobSettings {

        /** A running job that gave no sign of life for this long is taken as lost with its process. */
        @WithDefault("60s")
        Duration lostAfter();
    }
}
