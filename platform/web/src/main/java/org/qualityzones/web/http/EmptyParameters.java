package org.qualityzones.web.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.qualityzones.web.Problems;

/** Refuses a query parameter without a value, which would else count as absent: {@code ?limit=} is a mistake, not a default. */
@Provider
class EmptyParameters implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.contains("")) {
                throw Problems.invalidParameter(name, "empty", name + " has no value; leave it out or give it one");
            }
        });
    }
}
