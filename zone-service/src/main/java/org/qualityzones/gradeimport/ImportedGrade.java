package org.qualityzones.gradeimport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.AreaCode;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.LocalizedName;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.ZoneCode;
import org.qualityzones.zone.GradeFacts;
import org.qualityzones.zone.Provenance;
import org.qualityzones.zone.ZoneLevel;

/**
 * One row of an import: a zone and a grade it was awarded.
 *
 * @param gradedUntil last day of the grade, null where none is recorded
 * @param source where the award is written down
 */
record ImportedGrade(
        @NotNull @ZoneCode String code,
        @NotNull @Valid LocalizedName name,
        @NotNull @AreaCode String areaCode,
        @NotNull @Valid LocalizedName industry,
        @NotEmpty @Size(max = 100) List<@NotNull @HsPrefix String> hsPrefixes,
        @NotNull ZoneLevel level,
        @NotNull LocalDate gradedFrom,
        LocalDate gradedUntil,
        @NotNull Provenance provenance,
        @NotNull @Text String source) {

    /** Refuses what no single field shows. */
    ImportedGrade consistent() {
        if (level == ZoneLevel.NONE) {
            throw invalid("/level", "level-awarded", "PROVINCIAL or NATIONAL: only these are awarded");
        }
        if (gradedUntil != null && gradedUntil.isBefore(gradedFrom)) {
            throw invalid("/gradedUntil", "until-before-from", "The last day is before the first");
        }
        return this;
    }

    GradeFacts facts() {
        return new GradeFacts(level, gradedFrom, gradedUntil, source, provenance);
    }

    private static Problem invalid(String pointer, String code, String detail) {
        return Problems.invalid(pointer, code, detail);
    }
}
