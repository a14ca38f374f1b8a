package org.qualityzones.correctiveaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.qualityzones.contracts.CorrectiveActionOpened;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.InspectionState;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.Topics;
import org.qualityzones.inspection.InspectedLine;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;

/** Tells what became of corrective actions and keeps every version of what counts of them. */
@ApplicationScoped
class CorrectiveActionEvents {

    private final Outbox outbox;
    private final CorrectiveActionCounts counts;

    CorrectiveActionEvents(Outbox outbox, CorrectiveActionCounts counts) {
        this.outbox = outbox;
        this.counts = counts;
    }

    void opened(CorrectiveAction action, Instant now) {
        append(
                action,
                EventTypes.CORRECTIVE_ACTION_OPENED,
                now,
                new CorrectiveActionOpened(action.cause().name(), action.deadline()));
    }

    void changed(CorrectiveAction action, String what, CorrectiveActionStatus from, String reason, Instant now) {
        append(
                action,
                EventTypes.CORRECTIVE_ACTION_STATUS_CHANGED,
                now,
                new StatusChanged(what, from.name(), action.status().name(), reason));
    }

    private void append(CorrectiveAction action, String type, Instant now, Object change) {
        counts.keep(action, now);
        InspectedLine line = action.line();
        InspectionState state = new InspectionState(
                action.id().toString(),
                line.declarationId().toString(),
                line.lineNo(),
                "CORRECTIVE_ACTION",
                line.producer(),
                line.hsCode(),
                line.lotNo(),
                line.area(),
                null,
                action.status().name(),
                action.deadline(),
                null,
                action.openedAt(),
                action.closedAt(),
                action.cause().name(),
                text(action.inspectionId()),
                text(action.reworkInspectionId()),
                null,
                action.version());
        outbox.append(new EventDraft(
                Topics.INSPECTION, action.id().toString(), type, action.version(), now, now, change, state));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
