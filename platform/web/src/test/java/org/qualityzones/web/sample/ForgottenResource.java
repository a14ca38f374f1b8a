package org.qualityzones.web.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Whoever wrote this forgot to say who may read it. */
@Path("/api/v1/forgotten")
public class ForgottenResource {

    @GET
    public String get() {
        return "secret";
    }
}
