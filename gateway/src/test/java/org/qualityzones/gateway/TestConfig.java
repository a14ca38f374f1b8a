package org.qualityzones.gateway;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration with its defaults and one other value. */
public final class TestConfig {

    private TestConfig() {}

    public static GatewayConfig with(String name, String value) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(GatewayConfig.class)
                .withDefaultValues(Map.of("qz.gateway.listen.host", "127.0.0.1", "qz.gateway.listen.port", "8080"))
                .withDefaultValue("qz.gateway." + name, value)
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
