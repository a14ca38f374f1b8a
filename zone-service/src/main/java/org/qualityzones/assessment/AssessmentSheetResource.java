package org.qualityzones.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** The sheets zones are scored by. */
@Path("/api/v1/assessment-sheets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
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
@Tag(name = "assessment sheets")
public class AssessmentSheetResource {
    private final AssessmentSheets sheets;

    AssessmentSheetResource(AssessmentSheets sheets) {
        this.sheets = sheets;
    }

    @GET
    @Operation(operationId = "listAssessmentSheets", summary = "List the published sheets, oldest first")
    public Map<String, List<AssessmentSheet>> list() {
        return Map.of("items", sheets.all());
    }

    @GET
    @Path("/{version}")
    @Operation(operationId = "getAssessmentSheet", summary = "Read one version of the sheet")
    public AssessmentSheet get(@PathParam("version") String version) {
        return sheets.byVersion(version).orElseThrow(() -> Problems.notFound("assessment sheet", version));
    }
}
