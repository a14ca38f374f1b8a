package org.qualityzones.warning;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.CountryCode;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.Uscc;

/** What clients send about risk warnings. */
final class WarningCommands {

    private WarningCommands() {}

    /**
     * What a warning is about: all given parts must match, at least one is given.
     *
     * @param uscc producer or consignor
     */
    @Schema(name = "RiskWarningScope")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scope(
            @HsPrefix String hsPrefix,
            @CountryCode String destination,
            @Uscc String uscc) {

        boolean namesNothing() {
            return hsPrefix == null && destination == null && uscc == null;
        }
    }

    /**
     * @param level 1 (gravest) to 3
     * @param from first day in force, Asia/Shanghai
     * @param until last day in force; absent = open
     */
    @Schema(name = "RiskWarningRequest")
    record Issue(
            @NotNull @Valid Scope scope,
            @NotNull @Min(1) @Max(3) Integer level,
            @NotNull WarningMeasure measure,
            @NotNull LocalDate from,
            LocalDate until,
            @NotNull @Text String reason,
            @Size(max = 100) List<@NotNull UUID> alertIds) {

        /** 400 where single fields are valid but do not go together. */
        void requireConsistent() {
            if (scope.namesNothing()) {
                throw Problems.invalid("/scope", "required", "At least one of hsPrefix, destination and uscc is given");
            }
            if (until != null && until.isBefore(from)) {
                throw Problems.invalid("/until", "before-from", "The last day in force is not before the first");
            }
        }

        List<String> alertIdTexts() {
            return alertIds == null
                    ? List.of()
                    : alertIds.stream().map(UUID::toString).distinct().toList();
        }
    }

    /** @param action {@code lift} */
    @Schema(name = "RiskWarningTransition")
    record Transition(@NotNull @Text String action, @Text String reason) {}
}
