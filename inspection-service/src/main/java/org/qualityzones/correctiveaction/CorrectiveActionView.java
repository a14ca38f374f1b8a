package org.qualityzones.correctiveaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.qualityzones.inspection.InspectedLine;

/**
 * A corrective action as clients see it.
 *
 * @param deadline last day to submit, Asia/Shanghai
 * @param overdue open, and the deadline has passed
 * @param measures what the producer says was done; null until submitted
 * @param inspectionId the inspection that was not accepted; null for documents
 * @param reworkInspectionId null until submitted
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CorrectiveActionView(
        UUID id,
        long version,
        UUID declarationId,
        int lineNo,
        String producer,
        String hsCode,
        String lotNo,
        String areaCode,
        CorrectiveAction.Cause cause,
        CorrectiveActionStatus status,
        LocalDate deadline,
        boolean overdue,
        Instant openedAt,
        String measures,
        UUID inspectionId,
        UUID reworkInspectionId,
        Instant closedAt) {

    static CorrectiveActionView of(CorrectiveAction action, LocalDate today) {
        InspectedLine line = action.line();
        return new CorrectiveActionView(
                action.id(),
                action.version(),
                line.declarationId(),
                line.lineNo(),
                line.producer(),
                line.hsCode(),
                line.lotNo(),
                line.area(),
                action.cause(),
                action.status(),
                action.deadline(),
                action.status() == CorrectiveActionStatus.OPEN && today.isAfter(action.deadline()),
                action.openedAt(),
                action.measures(),
                action.inspectionId(),
                action.reworkInspectionId(),
                action.closedAt());
    }
}
