package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.correctiveaction.CorrectiveActionDesk;
import org.qualityzones.decisionrecord.DecisionViews;
import org.qualityzones.inspection.InspectionDesk;
import org.qualityzones.inspection.LineClearing;
import org.qualityzones.inspection.Ruling;

/** Turns what was found after the decision into clearances, and closes declarations of which nothing is left to do. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LineRulings implements LineClearing {

    private final Declarations declarations;
    private final Clearances clearances;
    private final LinePreview preview;
    private final ClearedValues values;
    private final DeclarationEvents events;
    private final DecisionViews views;
    private final InspectionDesk inspections;
    private final CorrectiveActionDesk actions;

    LineRulings(
            Declarations declarations,
            Clearances clearances,
            LinePreview preview,
            ClearedValues values,
            DeclarationEvents events,
            DecisionViews views,
            InspectionDesk inspections,
            CorrectiveActionDesk actions) {
        this.declarations = declarations;
        this.clearances = clearances;
        this.preview = preview;
        this.values = values;
        this.events = events;
        this.views = views;
        this.inspections = inspections;
        this.actions = actions;
    }

    @Override
    public void rule(UUID declarationId, int lineNo, Ruling ruling, Instant now) {
        Declaration declaration = declarations.forUpdate(declarationId).orElseThrow();
        DeclarationLine line = declaration.line(lineNo).orElseThrow();
        clear(declaration, line, ruling.clears(), ruling.basis(), now);
    }

    /** What is found good while a ban or a suspension is in force is cleared when that ends. */
    private Clearance given(Declaration declaration, DeclarationLine line, String basis, Instant now) {
        Clearance cleared = clearances.cleared(basis, now);
        return preview.withholds(declaration, line, now) ? cleared.withheld(now) : cleared;
    }

    /** Clears or refuses one line and tells ports and customs. */
    void clear(Declaration declaration, DeclarationLine line, boolean clears, String basis, Instant now) {
        Map<Integer, Clearance> before = new HashMap<>();
        declaration.lines().forEach(each -> before.put(each.lineNo(), each.clearance()));
        line.clear(clears ? given(declaration, line, basis, now) : Clearance.refused(now, basis));
        declaration.settle(inspections.anyWaiting(declaration.id()) || actions.anyOpen(declaration.id()), now);
        Map<UUID, JsonNode> decisions = views.inForce(
                declaration.lines().stream().map(DeclarationLine::decisionId).toList());
        values.follow(declaration, before);
        events.clearances(declaration, before, decisions, now);
        declarations.flush();
    }
}
