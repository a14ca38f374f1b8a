package org.qualityzones.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.sampling.SamplingPlan;
import org.qualityzones.sampling.Severity;
import org.qualityzones.scope.WorkScopes;
import org.qualityzones.web.Ids;
import org.qualityzones.web.calendar.BusinessDays;

/** Where other features open, cancel and ask about inspections, within their own transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class InspectionDesk {

    private final Inspections inspections;
    private final InspectionEvents events;
    private final WorkScopes scopes;
    private final BusinessDays calendar;
    private final InspectionConfig config;
    private final Ids ids;

    InspectionDesk(
            Inspections inspections,
            InspectionEvents events,
            WorkScopes scopes,
            BusinessDays calendar,
            InspectionConfig config,
            Ids ids) {
        this.inspections = inspections;
        this.events = events;
        this.scopes = scopes;
        this.calendar = calendar;
        this.config = config;
        this.ids = ids;
    }

    /**
     * What is to be inspected.
     *
     * @param outcome of the decision about the lot
     * @param plans empty when the lot size is unknown: the result carries it then
     * @param severity in which plans are made later
     * @param ruleSetVersion whose quality limits plans are made by later
     * @param correctiveActionId null for an original inspection
     */
    public record Order(
            String outcome,
            List<SamplingPlan> plans,
            Severity severity,
            String ruleSetVersion,
            UUID correctiveActionId) {}

    /** Opens an inspection, due by business days. */
    public UUID open(InspectedLine line, Order order, Instant now) {
        Inspection inspection = new Inspection(
                ids.next(), line, order, now, calendar.after(ShanghaiDays.of(now), config.dueBusinessDays()));
        inspections.persist(inspection);
        scopes.keep(
                Inspections.KIND,
                inspection.id(),
                WorkScopes.of(line.consignor(), line.agent(), line.producer(), line.area()));
        events.opened(inspection, now);
        return inspection.id();
    }

    /** Cancels what still waits for a result; from now until the transaction ends no result can be recorded. */
    public void cancelWaiting(UUID declarationId, String reason, Instant now) {
        for (Inspection inspection : inspections.waitingForUpdate(declarationId)) {
            InspectionStatus from = inspection.status();
            inspection.cancel();
            events.changed(inspection, "cancel", from, reason, now);
        }
        inspections.flush();
    }

    /** An inspection without a result. @param started whether somebody has taken it */
    public record Waiting(UUID id, boolean started) {}

    /** The original inspections without a result, by line; until the transaction ends no result can be recorded. */
    public Map<Integer, Waiting> lockWaiting(UUID declarationId) {
        Map<Integer, Waiting> waiting = new HashMap<>();
        inspections.waitingForUpdate(declarationId).stream()
                .filter(inspection -> inspection.kind() == InspectionKind.ORIGINAL)
                .forEach(inspection -> waiting.put(
                        inspection.line().lineNo(),
                        new Waiting(inspection.id(), inspection.status() == InspectionStatus.ASSIGNED)));
        return waiting;
    }

    /** Cancels one that {@link #lockWaiting} locked. */
    public void cancel(Waiting waiting, String reason, Instant now) {
        Inspection inspection = inspections.findById(waiting.id());
        InspectionStatus from = inspection.status();
        inspection.cancel();
        events.changed(inspection, "cancel", from, reason, now);
        inspections.flush();
    }

    /** Whether a result was recorded about a line. */
    public boolean anyJudged(UUID declarationId, int lineNo) {
        return inspections.anyJudged(declarationId, lineNo);
    }

    public boolean anyWaiting(UUID declarationId) {
        return inspections.anyWaiting(declarationId);
    }

    public boolean anyJudged(UUID declarationId) {
        return inspections.anyJudged(declarationId);
    }

    public Optional<Inspection> find(UUID id) {
        return inspections.findByIdOptional(id);
    }
}
