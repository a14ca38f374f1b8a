package org.qualityzones.rulebook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Problems;

/** The JSON Schemas of what outsiders write and check: rule sets and decision records. */
@Path("/public/v1/schemas")
@Tag(name = "Rule sets")
@RunOnVirtualThread
class SchemaResource {

    private static final Set<String> NAMES = Set.of("rule-set", "decision-record-1");

    @GET
    @Path("/{name}")
    @PermitAll
    @Produces("application/schema+json")
    @Operation(operationId = "findSchema", summary = "A JSON Schema: rule-set or decision-record-1")
    public String find(@PathParam("name") String name) {
        if (!NAMES.contains(name)) {
            throw Problems.notFound("schema", name);
        }
        return RuleSetDocuments.text("/rulesets/" + name + ".schema.json");
    }
}
