package org.qualityzones.gateway;

import java.net.URI;
import java.util.Locale;

/** The services behind the gateway. */
public enum Upstream {
    ZONE,
    ENTERPRISE,
    INSPECTION,
    NOTIFICATION;

    /** Segment of the service's own paths, such as {@code /api/v1/zone/workflows}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its API is. */
    public URI base(GatewayConfig.Upstreams upstreams) {
        return switch (this) {
            case ZONE -> upstreams.zone();
            case ENTERPRISE -> upstreams.enterprise();
            case INSPECTION -> upstreams.inspection();
            case NOTIFICATION -> upstreams.notification();
        };
    }

    /** Where its health and OpenAPI are. */
    public URI management(GatewayConfig.Upstreams upstreams) {
        return switch (this) {
            case ZONE -> upstreams.zoneManagement();
            case ENTERPRISE -> upstreams.enterpriseManagement();
            case INSPECTION -> upstreams.inspectionManagement();
            case NOTIFICATION -> upstreams.notificationManagement();
        };
    }
}
