package org.qualityzones.delivery;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which deliveries are asked for: {@code @BeanParam} of the list. */
public final class DeliveryQuery {

    @QueryParam("subscription")
    @Parameter(description = "Of one subscription")
    UUID subscription;

    @QueryParam("outcome")
    @Parameter(description = "With this outcome")
    Outcome outcome;

    @QueryParam("subject")
    @Size(max = 200)
    @Parameter(description = "About one aggregate, by its key")
    String subject;

    @QueryParam("from")
    @Parameter(description = "Made at or after an instant")
    Instant from;

    /** For the framework, which fills it from the query. */
    public DeliveryQuery() {}
}
