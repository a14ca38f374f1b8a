package org.qualityzones.lintreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.lint.Finding;
import org.qualityzones.lint.LintReport;

/**
 * What is wrong with a rule set's document.
 *
 * @param id null for a report that was made to be looked at and is not kept
 * @param digest of the document that was looked at
 * @param lintedAt null as {@code id}
 * @param errors each keeps the set from being published
 * @param exhaustive whether all values that can make a difference were looked at; otherwise the rules calculate with facts
 * @param findings errors first, then in order of the document
 */
@Schema(name = "LintReport")
@JsonInclude(JsonInclude.Include.ALWAYS)
record LintReportView(
        UUID id,
        String ruleSet,
        String digest,
        Instant lintedAt,
        long errors,
        long warnings,
        boolean exhaustive,
        List<Finding> findings) {

    static LintReportView of(LintReport report, UUID id, Instant lintedAt) {
        return new LintReportView(
                id,
                report.ruleSet(),
                report.digest(),
                lintedAt,
                report.errors(),
                report.warnings(),
                report.exhaustive(),
                report.findings());
    }
}
