package org.qualityzones.samplingplan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.qualityzones.sampling.Aql;
import org.qualityzones.sampling.InspectionLevel;
import org.qualityzones.sampling.SamplingPlan;
import org.qualityzones.sampling.SamplingPlans;
import org.qualityzones.sampling.Severity;
import org.qualityzones.web.Problems;

/** What a plan is asked for by: {@code @BeanParam}. */
final class PlanQuestion {

    @QueryParam("lotSize")
    @Parameter(description = "Items in the lot")
    @NotNull
    @Min(1)
    @Max(1_000_000_000_000L)
    Long lotSize;

    @QueryParam("level")
    @DefaultValue("II")
    @Parameter(description = "Inspection level: S-1 to S-4, I, II, III")
    String level;

    @QueryParam("aql")
    @Parameter(description = "Acceptance quality limit as the standard writes it: 0.40 to 10")
    @NotNull
    String aql;

    @QueryParam("severity")
    @DefaultValue("NORMAL")
    @NotNull
    Severity severity;

    /** The plan; 400 when level or limit is none that the tables carry. */
    SamplingPlan plan() {
        InspectionLevel asked = InspectionLevel.of(level)
                .orElseThrow(() -> Problems.invalidParameter(
                        "level", "unknown-value", "level is one of S-1, S-2, S-3, S-4, I, II, III"));
        Aql limit = Aql.of(aql)
                .orElseThrow(() -> Problems.invalidParameter(
                        "aql", "unknown-value", "aql is one of 0.40, 0.65, 1.0, 1.5, 2.5, 4.0, 6.5, 10"));
        return SamplingPlans.bare(lotSize, asked, limit, severity);
    }
}
