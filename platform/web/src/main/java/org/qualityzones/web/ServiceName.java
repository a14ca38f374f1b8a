package org.qualityzones.web;

import jakarta.enterprise.context.ApplicationScoped;

/** The segment of this service's own paths. */
@ApplicationScoped
public class ServiceName {

    private final WebConfig config;

    public ServiceName(WebConfig config) {
        this.config = config;
    }

    public String value() {
        return config.service();
    }

    /** 404 when a path names another service. */
    public void require(String name) {
        if (!config.service().equals(name)) {
            throw Problems.notFound("service", name);
        }
    }
}
