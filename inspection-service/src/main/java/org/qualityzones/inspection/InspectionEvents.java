package org.qualityzones.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.InspectionJudged;
import org.qualityzones.contracts.InspectionOpened;
import org.qualityzones.contracts.InspectionState;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.sampling.SamplingState;

/** Tells what became of inspections. */
@ApplicationScoped
class InspectionEvents {

    private final Outbox outbox;

    InspectionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void opened(Inspection inspection, Instant now) {
        append(
                inspection,
                EventTypes.INSPECTION_OPENED,
                now,
                new InspectionOpened(inspection.kind().name(), inspection.outcome()));
    }

    void changed(Inspection inspection, String action, InspectionStatus from, String reason, Instant now) {
        append(
                inspection,
                EventTypes.INSPECTION_STATUS_CHANGED,
                now,
                new StatusChanged(action, from.name(), inspection.status().name(), reason));
    }

    /** @param sampling null after rework */
    void judged(Inspection inspection, SamplingState sampling, List<Boolean> originalLots, Instant now) {
        append(
                inspection,
                EventTypes.INSPECTION_JUDGED,
                now,
                new InspectionJudged(
                        inspection.accepted(),
                        inspection.result().verdicts().stream()
                                .map(verdict -> new InspectionJudged.Verdict(
                                        verdict.nonconformityClass().name(),
                                        verdict.sampleSize(),
                                        verdict.accept(),
                                        verdict.inspected(),
                                        verdict.nonconforming(),
                                        verdict.accepted()))
                                .toList(),
                        sampling == null ? null : sampling.name(),
                        originalLots));
    }

    private void append(Inspection inspection, String type, Instant now, Object change) {
        outbox.append(new EventDraft(
                Topics.INSPECTION,
                inspection.id().toString(),
                type,
                inspection.version(),
                now,
                now,
                change,
                state(inspection)));
    }

    private static InspectionState state(Inspection inspection) {
        InspectedLine line = inspection.line();
        return new InspectionState(
                inspection.id().toString(),
                line.declarationId().toString(),
                line.lineNo(),
                inspection.kind().name(),
                line.producer(),
                line.hsCode(),
                line.lotNo(),
                line.area(),
                inspection.outcome(),
                inspection.status().name(),
                inspection.dueOn(),
                inspection.accepted(),
                inspection.openedAt(),
                inspection.judgedAt(),
                null,
                null,
                null,
                inspection.correctiveActionId() == null
                        ? null
                        : inspection.correctiveActionId().toString(),
                inspection.version());
    }
}
