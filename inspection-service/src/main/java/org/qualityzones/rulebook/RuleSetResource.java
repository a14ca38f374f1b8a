package org.qualityzones.rulebook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Page;
import org.qualityzones.web.Roles;

/** The rule sets that were ever published. */
@Path("/api/v1/rule-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
@RunOnVirtualThread
class RuleSetResource {

    private final RuleBookService service;

    RuleSetResource(RuleBookService service) {
        this.service = service;
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
    @Operation(operationId = "listRuleSets", summary = "Published rule sets, newest first, without their documents")
    public Page<RuleSetView> list() {
        return service.list();
    }

    @GET
    @Path("/{version}")
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
    @Operation(operationId = "findRuleSet", summary = "A rule set: its document and the digest that decisions name")
    public RuleSetView find(@PathParam("version") String version) {
        return service.find(version);
    }
}
