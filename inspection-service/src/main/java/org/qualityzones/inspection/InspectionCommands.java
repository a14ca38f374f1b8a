package org.qualityzones.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.qualityzones.sampling.NonconformityClass;
import org.qualityzones.web.codes.NameText;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;

/** What a client may ask of inspections. */
final class InspectionCommands {

    private InspectionCommands() {}

    /**
     * What an inspection found; whether the lot is accepted is computed.
     *
     * @param samples one for each nonconformity class that has a plan
     * @param tests what was tested; a nonconforming one must be among the nonconforming items of the samples
     * @param lotSize items in the lot, only where the inspection has no plans because the declaration did not say
     */
    record Result(
            @Valid @NotEmpty @Size(max = 3) List<@NotNull Sample> samples,
            @Valid @Size(max = 200) List<@NotNull Test> tests,
            @Min(1) @Max(1_000_000_000_000L) Long lotSize,
            @Text String remarks) {

        Result {
            tests = tests == null ? List.of() : tests;
        }
    }

    /** Items inspected and items found nonconforming in one class. */
    record Sample(
            @NotNull NonconformityClass nonconformityClass,
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long inspected,
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long nonconforming) {}

    /** One test item. */
    record Test(
            @NotNull @NameText String item,
            @NameText String method,
            @NotNull @NameText String result,
            @NameText String limit,
            @NotNull Boolean conforming) {}

    /** A step of the life cycle; {@code assignee} (the subject of an inspector) only with {@code assign}. */
    record Transition(
            @NotNull @JsonProperty(required = true) @Text String action,
            @Text String reason,
            @ReferenceText String assignee) {}
}
