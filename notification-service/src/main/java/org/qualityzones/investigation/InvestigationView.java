package org.qualityzones.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An investigation as clients see it.
 *
 * @param investigators empty for those whose investigation it is
 * @param overdue the last day for the conclusion has passed without one
 */
@Schema(name = "Investigation")
record InvestigationView(
        UUID id,
        UUID alertId,
        UUID matchId,
        String uscc,
        String areaCode,
        InvestigationStatus status,
        String reason,
        List<String> investigators,
        Instant openedAt,
        LocalDate dueOn,
        boolean overdue,
        Attribution attribution,
        Cause causeCode,
        String conclusion,
        Instant concludedAt,
        Instant closedAt,
        long version) {

    static InvestigationView of(Investigation investigation, LocalDate today, boolean withPersons) {
        Investigation.Finding finding = investigation.finding();
        return new InvestigationView(
                investigation.id(),
                investigation.alertId(),
                investigation.matchId(),
                investigation.uscc(),
                investigation.areaCode(),
                investigation.status(),
                investigation.reason(),
                withPersons ? investigation.investigators() : List.of(),
                investigation.openedAt(),
                investigation.dueOn(),
                investigation.isOverdue(today),
                finding == null ? null : finding.attribution(),
                finding == null ? null : finding.cause(),
                finding == null ? null : finding.conclusion(),
                finding == null ? null : finding.at(),
                investigation.closedAt(),
                investigation.version());
    }

    /** A page of them, newest first. */
    @Schema(name = "InvestigationPage")
    record Items(List<InvestigationView> items, String nextCursor) {}
}
