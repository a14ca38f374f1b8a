package org.qualityzones.web;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which state of a history is wanted: {@code @BeanParam} of operations that answer "valid at, known at". */
public final class AsOf {

    @QueryParam("asOf")
    @Parameter(
            description = "What was in force at this instant",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String asOf;

    @QueryParam("knownAt")
    @Parameter(
            description = "What the service had learned by this instant",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String knownAt;

    /** For the framework, which fills it from the query. */
    public AsOf() {}

    /** What was in force at this instant; 400 when it is not RFC 3339. */
    public Optional<Instant> asOf() {
        return Instants.parameter("asOf", asOf);
    }

    /** What the answering service had learned by this instant; 400 when it is not RFC 3339. */
    public Optional<Instant> knownAt() {
        return Instants.parameter("knownAt", knownAt);
    }

    /** True when the current state is wanted. */
    public boolean isNow() {
        return asOf == null && knownAt == null;
    }
}
