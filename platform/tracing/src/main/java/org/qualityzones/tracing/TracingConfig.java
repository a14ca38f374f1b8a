package org.qualityzones.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What may be set about traces. */
@ConfigMapping(prefix = "qz.tracing")
public interface TracingConfig {

    /** Where spans go, such as {@code http://127.0.0.1:9411/api/v2/spans}; while it is not set no span is made. */
    Optional<URI> zipkin();

    /** How often finished spans are sent. */
    @WithDefault("1s")
    Duration exportEvery();

    /** How long one sending may take, and a stopping process waits for the last. */
    @WithDefault("3s")
    Duration timeout();
}
