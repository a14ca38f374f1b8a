package org.qualityzones.correctiveaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.inspection.InspectedLine;
import org.qualityzones.inspection.Inspection;
import org.qualityzones.inspection.Nonconformities;
import org.qualityzones.scope.WorkScopes;
import org.qualityzones.web.Ids;
import org.qualityzones.web.calendar.BusinessDays;

/** Where other features open and ask about corrective actions, within their own transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CorrectiveActionDesk implements Nonconformities {

    private final CorrectiveActions actions;
    private final CorrectiveActionEvents events;
    private final WorkScopes scopes;
    private final BusinessDays calendar;
    private final CorrectiveActionConfig config;
    private final Ids ids;

    CorrectiveActionDesk(
            CorrectiveActions actions,
            CorrectiveActionEvents events,
            WorkScopes scopes,
            BusinessDays calendar,
            CorrectiveActionConfig config,
            Ids ids) {
        this.actions = actions;
        this.events = events;
        this.scopes = scopes;
        this.calendar = calendar;
        this.config = config;
        this.ids = ids;
    }

    @Override
    public void notAccepted(Inspection inspection, Instant now) {
        open(inspection.line(), inspection.id(), now);
    }

    /** The documents of a line did not conform. @return id of the corrective action */
    public UUID documentsNotConforming(InspectedLine line, Instant now) {
        return open(line, null, now);
    }

    /** Whether a corrective action of the declaration is neither verified nor rejected. */
    public boolean anyOpen(UUID declarationId) {
        return actions.anyOpen(declarationId);
    }

    private UUID open(InspectedLine line, UUID inspectionId, Instant now) {
        CorrectiveAction action = new CorrectiveAction(
                ids.next(), line, inspectionId, calendar.after(ShanghaiDays.of(now), config.businessDays()), now);
        actions.persist(action);
        actions.flush();
        scopes.keep(
                CorrectiveActions.KIND,
                action.id(),
                WorkScopes.of(line.consignor(), line.agent(), line.producer(), line.area()));
        events.opened(action, now);
        return action.id();
    }
}
