package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.qualityzones.copies.FactsGatherer;
import org.qualityzones.correctiveaction.CorrectiveActionDesk;
import org.qualityzones.decision.DecisionContext.Cause;
import org.qualityzones.decisionrecord.DecisionViews;
import org.qualityzones.inspection.InspectionDesk;
import org.qualityzones.ruleset.Outcome;

/**
 * Looks at the lines of a declaration again after facts have changed: decides again what was held or waits for facts,
 * withholds clearances and gives them back. Where nothing came of the change nothing is written, so a second look does no
 * harm.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DeclarationReviews {

    private final Declarations declarations;
    private final LinePreview preview;
    private final LineRedecider redecider;
    private final InspectionDesk inspections;
    private final CorrectiveActionDesk actions;
    private final ClearedValues values;
    private final DeclarationEvents events;
    private final DecisionViews views;
    private final Clock clock;

    DeclarationReviews(
            Declarations declarations,
            LinePreview preview,
            LineRedecider redecider,
            InspectionDesk inspections,
            CorrectiveActionDesk actions,
            ClearedValues values,
            DeclarationEvents events,
            DecisionViews views,
            Clock clock) {
        this.declarations = declarations;
        this.preview = preview;
        this.redecider = redecider;
        this.inspections = inspections;
        this.actions = actions;
        this.values = values;
        this.events = events;
        this.views = views;
        this.clock = clock;
    }

    /** @throws ConcurrentReview when somebody else changed the declaration just now: it is to be tried again */
    public void review(UUID id) {
        Instant now = clock.instant();
        Declaration declaration = declarations.findById(id);
        if (declaration == null || declaration.status() == DeclarationStatus.WITHDRAWN) {
            return;
        }
        long seen = declaration.version();
        Map<Integer, InspectionDesk.Waiting> waiting = inspections.lockWaiting(id);
        declarations.forUpdate(id);
        if (declaration.version() != seen) {
            throw new ConcurrentReview(id);
        }
        Map<Integer, Clearance> before = new HashMap<>();
        declaration.lines().forEach(line -> before.put(line.lineNo(), line.clearance()));
        Map<Cause, List<Integer>> decided = reviewLines(declaration, waiting, now);
        boolean cleared = declaration.lines().stream()
                .anyMatch(line -> !Objects.equals(line.clearance(), before.get(line.lineNo())));
        if (cleared || !decided.isEmpty()) {
            tell(declaration, before, decided, now);
        }
    }

    private Map<Cause, List<Integer>> reviewLines(
            Declaration declaration, Map<Integer, InspectionDesk.Waiting> waiting, Instant now) {
        Map<Cause, List<Integer>> decided = new EnumMap<>(Cause.class);
        FactsGatherer.Setting setting = preview.setting(declaration, now);
        for (DeclarationLine line : declaration.lines()) {
            boolean concerned = line.live() && line.clearance().stateAt(now) != Clearance.State.EXPIRED;
            if (concerned) {
                LinePreview.Looked looked = preview.look(declaration, line, setting);
                withhold(line, looked, now);
                redecider
                        .redecide(declaration, line, looked, waiting.get(line.lineNo()), now)
                        .ifPresent(cause -> decided.computeIfAbsent(cause, _ -> new ArrayList<>())
                                .add(line.lineNo()));
            }
        }
        return decided;
    }

    private static void withhold(DeclarationLine line, LinePreview.Looked looked, Instant now) {
        Clearance clearance = line.clearance();
        if (clearance.isWithheld() && !looked.withholds()) {
            line.clear(clearance.givenBack(now));
        } else if (clearance.isToldCleared() && looked.withholds()) {
            line.clear(clearance.withheld(now));
        }
    }

    /** Tells what came of deciding lines again. */
    void tell(Declaration declaration, Map<Integer, Clearance> before, Map<Cause, List<Integer>> decided, Instant now) {
        declarations.flush();
        Map<UUID, JsonNode> decisions = views.inForce(
                declaration.lines().stream().map(DeclarationLine::decisionId).toList());
        Outcome strictest = decisions.values().stream()
                .map(decision -> Outcome.valueOf(decision.path("outcome").textValue()))
                .reduce(Outcome.EXEMPT, Outcome::orStricter);
        declaration.redecided(
                strictest, inspections.anyWaiting(declaration.id()) || actions.anyOpen(declaration.id()), now);
        decided.forEach((cause, lines) -> events.redecided(declaration, lines, cause, decisions, now));
        values.follow(declaration, before);
        events.clearances(declaration, before, decisions, now);
        declarations.flush();
    }

    /** Somebody else changed the declaration between two looks at it. */
    static final class ConcurrentReview extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ConcurrentReview(UUID id) {
            super("The declaration " + id + " was changed in the meantime");
        }
    }
}
