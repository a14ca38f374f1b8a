package org.qualityzones.gateway.server;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the public port takes requests, whatever the services do: taking the door away would not mend them. */
@Readiness
@Singleton
public class GatewayReadiness implements HealthCheck {

    private final GatewayServer server;

    public GatewayReadiness(GatewayServer server) {
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway accepts requests")
                .status(server.accepting())
                .build();
    }
}
