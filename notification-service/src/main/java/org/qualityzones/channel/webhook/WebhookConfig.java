package org.qualityzones.channel.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How webhooks are sent. */
@ConfigMapping(prefix = "qz.webhook")
public interface WebhookConfig {

    /**
     * Targets that may be reached although they are not public https, {@code scheme://host:port[-port]} separated by
     * commas; for tests and demonstrations only.
     */
    Optional<String> allow();

    /** Ports of public targets. */
    @WithDefault("443,8443")
    Set<Integer> ports();

    /** Time to connect. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Time for a whole attempt, from the look-up of the host to the end of the answer's head. */
    @WithDefault("15s")
    Duration timeout();

    /** Bytes of an answer's body that are read before the connection is closed. */
    @WithDefault("16384")
    int maxResponseBytes();
}
