package org.qualityzones.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.qualityzones.contracts.InvestigationState;

/**
 * A stored investigation.
 *
 * @param matchId the confirmed match it was opened from, null where the alert itself named the enterprise
 * @param homeArea area of the enterprise when it was opened; its office keeps sight of it after a transfer
 * @param areaCode area of the office that investigates
 * @param investigators who does it, by the names their office uses; empty until assigned
 */
record Investigation(
        UUID id,
        long version,
        UUID alertId,
        UUID matchId,
        String uscc,
        String homeArea,
        String areaCode,
        InvestigationStatus status,
        String reason,
        List<String> investigators,
        Instant openedAt,
        LocalDate dueOn,
        Finding finding,
        Instant closedAt) {

    /** What was found, null until concluded. */
    record Finding(Attribution attribution, Cause cause, String conclusion, Instant at) {}

    Investigation assigned(List<String> to) {
        return with(InvestigationStatus.ASSIGNED, areaCode, to, finding, null);
    }

    Investigation transferred(String toArea) {
        return with(InvestigationStatus.OPEN, toArea, List.of(), finding, null);
    }

    Investigation concluded(Finding found) {
        return with(InvestigationStatus.CONCLUDED, areaCode, investigators, found, null);
    }

    Investigation closed(Instant at) {
        return with(InvestigationStatus.CLOSED, areaCode, investigators, finding, at);
    }

    /** True once the last day for the conclusion has passed without one. */
    boolean isOverdue(LocalDate today) {
        return finding == null && status != InvestigationStatus.CLOSED && dueOn.isBefore(today);
    }

    /** The whole public state, as events carry it. */
    InvestigationState state() {
        return new InvestigationState(
                id.toString(),
                alertId.toString(),
                uscc,
                areaCode,
                status.name(),
                openedAt,
                dueOn,
                finding == null ? null : finding.attribution().name(),
                finding == null ? null : finding.cause().name(),
                version);
    }

    private Investigation with(InvestigationStatus to, String area, List<String> who, Finding found, Instant closed) {
        return new Investigation(
                id,
                version + 1,
                alertId,
                matchId,
                uscc,
                homeArea,
                area,
                to,
                reason,
                who,
                openedAt,
                dueOn,
                found,
                closed);
    }
}
