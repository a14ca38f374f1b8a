package org.qualityzones.messaging;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Keeps the caller's trace context for the events that the request causes. */
@Provider
public class TraceparentFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        Correlation.trace(request.getHeaderString(CloudEvents.TRACEPARENT));
    }
}
