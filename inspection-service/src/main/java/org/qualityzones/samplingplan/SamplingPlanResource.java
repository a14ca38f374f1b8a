package org.qualityzones.samplingplan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.sampling.SamplingPlan;
import org.qualityzones.web.Roles;

/** The sampling tables of GB/T 2828.1. */
@Path("/api/v1/sampling-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sampling plans")
@RunOnVirtualThread
class SamplingPlanResource {

    @GET
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.FILING_AGENT,
        Roles.LOCAL_GOVERNMENT,
        Roles.INSPECTOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.INTEGRATOR,
        Roles.AUDITOR
    })
    @Operation(operationId = "findSamplingPlan", summary = "The plan that the tables give for a lot")
    public SamplingPlan find(@BeanParam @Valid PlanQuestion question) {
        return question.plan();
    }
}
