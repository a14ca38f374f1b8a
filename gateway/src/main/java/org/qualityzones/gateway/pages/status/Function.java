package org.qualityzones.gateway.pages.status;

import org.qualityzones.gateway.Upstream;

/** What people use the suite for, and the service that each function needs. */
enum Function {
    ZONES("zones", Upstream.ZONE),
    ENTERPRISES("enterprises", Upstream.ENTERPRISE),
    DECLARATIONS("declarations", Upstream.INSPECTION),
    INSPECTIONS("inspections", Upstream.INSPECTION),
    CERTIFICATES("certificates", Upstream.INSPECTION),
    ALERTS("alerts", Upstream.NOTIFICATION),
    SUBSCRIPTIONS("subscriptions", Upstream.NOTIFICATION);

    private final String key;
    private final Upstream service;

    Function(String key, Upstream service) {
        this.key = key;
        this.service = service;
    }

    String key() {
        return key;
    }

    Upstream service() {
        return service;
    }
}
