package org.qualityzones.messaging;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.qualityzones.tracing.Step;
import org.qualityzones.tracing.Tracing;

/** Keeps the trace context for the events that the request causes: its own span's, the caller's where nothing is traced. */
@Provider
public class TraceparentFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String STEP = "qz.tracing.step";

    private final Tracing tracing;

    @Context
    ResourceInfo resource;

    TraceparentFilter(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String offered = request.getHeaderString(CloudEvents.TRACEPARENT);
        if (tracing.isOn()) {
            Step step = tracing.answering(name(), offered).note("http.request.method", request.getMethod());
            step.note("qz.request.id", Correlation.requestId());
            request.setProperty(STEP, step);
            Correlation.trace(step.traceparent(offered));
        } else {
            Correlation.trace(offered);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STEP) instanceof Step step) {
            step.answered(response.getStatus()).close();
        }
    }

    /** Resource and method: a bounded set, and no part of the path, which may hold what only its sender should know. */
    private String name() {
        return resource.getResourceClass().getSimpleName() + "."
                + resource.getResourceMethod().getName();
    }
}
