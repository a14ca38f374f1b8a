package org.qualityzones.lintreport;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.lint.LintReport;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.Roles;

/** What is wrong with a rule set. */
@Path("/api/v1/rule-sets/{version}/lint")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
@RunOnVirtualThread
class LintResource {

    private final LintService service;
    private final Idempotency idempotency;
    private final Caller caller;

    LintResource(LintService service, Idempotency idempotency, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
    }

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
    @Operation(
            operationId = "findLintReport",
            summary = "What is wrong with a rule set, each finding with an input that shows it")
    public LintReportView find(@PathParam("version") String version) {
        return service.find(version, caller);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "lintRuleSet",
            summary = "Lint a rule set and keep the report; a draft is linted from then on")
    @APIResponseSchema(value = LintReportView.class, responseCode = "200")
    public Response lint(@PathParam("version") String version) {
        LintReport report = service.look(version, caller);
        return idempotency.run(() -> service.keep(report, caller));
    }
}
