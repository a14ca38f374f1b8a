package org.qualityzones.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.Uscc;
import org.qualityzones.zone.MeasureKind;
import org.qualityzones.zone.Provenance;

/** What may be asked of measures. */
final class MeasureCommands {
    private MeasureCommands() {}

    /**
     * Grants a measure.
     *
     * @param hsPrefixes headings it covers
     * @param roll credit codes it is for; empty for every member
     * @param from first day
     * @param until last day, null for an open end
     */
    record Grant(
            @NotNull MeasureKind measure,
            @NotEmpty @Size(max = 100) List<@NotNull @HsPrefix String> hsPrefixes,
            @Size(max = 2000) List<@NotNull @Uscc String> roll,
            @NotNull LocalDate from,
            LocalDate until,
            @Size(max = 20) List<@NotNull @Valid Basis> citations) {

        Grant {
            roll = Objects.requireNonNullElse(roll, List.of());
            citations = Objects.requireNonNullElse(citations, List.of());
        }

        void requireOrder() {
            if (until != null && until.isBefore(from)) {
                throw Problems.invalid("/until", "until-before-from", "The last day is before the first");
            }
        }
    }

    /** An instrument the measure rests on. */
    record Basis(
            @NotNull @Text String instrument,
            @ReferenceText String article,
            @Text String text,
            Provenance provenance) {}

    /** Ends a measure before its last day. */
    record Transition(
            @NotNull @ReferenceText String action,
            @NotNull @Text String reason) {}
}
