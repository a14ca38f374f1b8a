package org.qualityzones.annualreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.codes.Money;
import org.qualityzones.web.codes.Text;

/**
 * What the holder exported under the exemption in a year.
 *
 * @param lots exempt lots
 * @param value of those lots
 * @param complaints returns, claims and complaints about them
 */
@Schema(name = "AnnualReportCommand")
record AnnualReportCommand(
        @NotNull @JsonProperty(required = true) @Min(2000) @Max(2999)
        Integer year,

        @NotNull @JsonProperty(required = true) @Min(0) @Max(MOST)
        Long lots,

        @NotNull @JsonProperty(required = true) @Valid Money value,

        @NotNull @JsonProperty(required = true) @Min(0) @Max(MOST)
        Long complaints,

        @Text String remarks) {

    static final long MOST = 1_000_000_000_000L;
}
