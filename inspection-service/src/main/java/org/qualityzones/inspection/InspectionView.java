package org.qualityzones.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.qualityzones.sampling.SamplingPlan;
import org.qualityzones.sampling.Severity;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Roles;

/**
 * An inspection as clients see it.
 *
 * @param assignee subject of the inspector; null for others than the offices
 * @param samplingPlans empty while the lot size is unknown
 * @param accepted null until there is a result
 * @param correctiveActionId null unless inspected after rework
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record InspectionView(
        UUID id,
        long version,
        UUID declarationId,
        int lineNo,
        InspectionKind kind,
        String producer,
        String hsCode,
        String lotNo,
        String areaCode,
        String outcome,
        Severity severity,
        List<SamplingPlan> samplingPlans,
        InspectionStatus status,
        String assignee,
        LocalDate dueOn,
        Instant openedAt,
        Boolean accepted,
        JudgedResult result,
        Instant judgedAt,
        UUID correctiveActionId) {

    static InspectionView of(Inspection inspection, Caller caller) {
        InspectedLine line = inspection.line();
        return new InspectionView(
                inspection.id(),
                inspection.version(),
                line.declarationId(),
                line.lineNo(),
                inspection.kind(),
                line.producer(),
                line.hsCode(),
                line.lotNo(),
                line.area(),
                inspection.outcome(),
                inspection.severity(),
                inspection.plans(),
                inspection.status(),
                caller.isAny(Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR)
                        ? inspection.assignee()
                        : null,
                inspection.dueOn(),
                inspection.openedAt(),
                inspection.accepted(),
                inspection.result(),
                inspection.judgedAt(),
                inspection.correctiveActionId());
    }
}
