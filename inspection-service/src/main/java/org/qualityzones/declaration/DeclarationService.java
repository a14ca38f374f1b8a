package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.copies.KnownParties;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decisionrecord.DecisionRecorder;
import org.qualityzones.decisionrecord.DecisionViews;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.scope.Scopes;
import org.qualityzones.scope.Visibility;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Files, shows, amends and withdraws declarations. */
@ApplicationScoped
class DeclarationService {

    private final Declarations declarations;
    private final DeclarationFiling filings;
    private final FilingRules rules;
    private final LineDecider decider;
    private final ClearedValues values;
    private final DeclarationEvents events;
    private final DecisionViews views;
    private final Results results;
    private final Visibility visibility;
    private final Workflow workflow;
    private final Audit audit;
    private final Clock clock;

    DeclarationService(
            Declarations declarations,
            DeclarationFiling filings,
            FilingRules rules,
            LineDecider decider,
            ClearedValues values,
            DeclarationEvents events,
            DecisionViews views,
            Results results,
            Visibility visibility,
            DeclarationWorkflow workflow,
            Audit audit,
            Clock clock) {
        this.declarations = declarations;
        this.filings = filings;
        this.rules = rules;
        this.decider = decider;
        this.values = values;
        this.events = events;
        this.views = views;
        this.results = results;
        this.visibility = visibility;
        this.workflow = workflow.definition();
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses a caller that may not file this. @return the parties that it was judged by */
    KnownParties authorize(DeclarationCommands.Filing filing, Caller caller) {
        KnownParties parties = rules.parties();
        FilingRules.checkRows(filing, Filer.of(caller), ShanghaiDays.of(clock.instant()), parties);
        return parties;
    }

    /** Files a declaration and decides it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer file(DeclarationCommands.Filing filing, Caller caller, KnownParties parties) {
        Instant now = clock.instant();
        Filer filer = Filer.of(caller);
        DeclarationFiling.check(filing, filings.takenReferences(List.of(filing), filer), parties, now);
        Map.Entry<Declaration, Map<UUID, JsonNode>> filed = filings.file(
                        List.of(filings.named(filing)), filer, parties, DecisionRecorder.Recorded::view, now)
                .entrySet()
                .iterator()
                .next();
        Declaration declaration = filed.getKey();
        return Answer.created(
                "/api/v1/declarations/" + declaration.id(),
                declaration.version(),
                DeclarationView.of(declaration, Reader.of(declaration, caller), filed.getValue(), now));
    }

    /** One declaration with its decisions, as this caller may see it. */
    @Transactional
    Answer show(UUID id, Caller caller) {
        Declaration declaration = visible(id, caller);
        return Answer.ok(declaration.version(), whole(declaration, caller, clock.instant()));
    }

    /** A page of declarations, newest first, each decision in brief. */
    @Transactional
    Page<DeclarationView> list(DeclarationFilter filter, PageRequest page, Caller caller) {
        Instant now = clock.instant();
        List<Declaration> found = declarations.newest(filter.query(Scopes.of(caller), page));
        Map<UUID, ?> briefs = views.briefs(found.stream()
                .flatMap(declaration -> declaration.lines().stream())
                .map(DeclarationLine::decisionId)
                .toList());
        return Page.of(found, page, Declaration::id)
                .map(declaration -> DeclarationView.of(declaration, Reader.of(declaration, caller), briefs, now));
    }

    /** Refuses a caller that may see the declaration but not act for it. */
    void authorizeTransition(UUID id, Caller caller) {
        Declaration declaration = visible(id, caller);
        boolean producerOnly = Reader.of(declaration, caller).producerOnly() != null
                && !declaration.lines().stream().allMatch(line -> caller.owns(line.producer()));
        if (producerOnly) {
            throw Problems.notYourRow("/consignor", "Only the parties that file it may change a declaration");
        }
    }

    /** One step of the life cycle. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer transit(UUID id, DeclarationCommands.Transition transition, IfMatch ifMatch, Caller caller) {
        Declaration declaration = visible(id, caller);
        ifMatch.require(declaration.version());
        workflow.check(declaration.status(), transition.action(), caller);
        Instant now = clock.instant();
        switch (transition.action()) {
            case "amend" -> amend(declaration, transition, caller, now);
            case "withdraw" -> withdraw(declaration, transition.reason(), now);
            default -> throw new IllegalStateException("No one does " + transition.action());
        }
        declarations.flush();
        audit.record("declaration." + transition.action(), id.toString(), transition.reason());
        return Answer.ok(declaration.version(), whole(declaration, caller, now));
    }

    private void amend(Declaration declaration, DeclarationCommands.Transition transition, Caller caller, Instant now) {
        DeclarationCommands.Filing filing = transition.declaration();
        if (filing == null) {
            throw Problems.invalid("/declaration", "required", "amend takes the whole new request in declaration");
        }
        KnownParties parties = rules.parties();
        FilingRules.checkShape(filing);
        FilingRules.checkRows(filing, Filer.of(caller), ShanghaiDays.of(now), parties);
        FilingRules.checkParties(filing, ShanghaiDays.of(now), parties);
        Map<Integer, Clearance> before = clearances(declaration);
        results.requireNone(declaration, "amend", now);
        results.requireNoOverride(declaration);
        values.takeBack(declaration);
        declaration.amend(filing);
        for (int i = 0; i < filing.lines().size(); i++) {
            DeclarationCommands.Line line = filing.lines().get(i);
            String area = FilingRules.areaOf(filing, line, parties);
            restate(
                    declaration,
                    line,
                    FilingRules.producerOf(filing, line),
                    area,
                    "/declaration/lines/" + i + "/lineNo");
        }
        Map<UUID, JsonNode> decisions = decider.decide(declaration, DecisionContext.Cause.AMENDED, parties, now);
        declarations.flush();
        visibility.add(declaration.id(), DeclarationFiling.scopes(declaration));
        values.follow(declaration, Map.of());
        events.amended(declaration, decisions, now);
        events.clearances(declaration, before, decisions, now);
    }

    private void restate(
            Declaration declaration, DeclarationCommands.Line line, String producer, String area, String pointer) {
        declaration
                .line(line.lineNo())
                .ifPresentOrElse(
                        known -> {
                            if (known.removed()) {
                                throw Problems.invalid(
                                        pointer,
                                        "line-no-removed",
                                        "Line " + line.lineNo() + " was removed; give the line a new number");
                            }
                            known.restate(line, producer, area);
                        },
                        () -> declaration.add(line, producer, area));
    }

    private void withdraw(Declaration declaration, String reason, Instant now) {
        Map<Integer, Clearance> before = clearances(declaration);
        DeclarationStatus from = declaration.status();
        results.requireNone(declaration, "withdraw", now);
        declaration.withdraw();
        declaration.lines().forEach(line -> line.withdraw(Clearance.refused(now, "decision")));
        Map<UUID, JsonNode> decisions = decisionsInForce(declaration);
        values.follow(declaration, before);
        events.withdrawn(declaration, from, reason, decisions, now);
        events.clearances(declaration, before, decisions, now);
    }

    private Declaration visible(UUID id, Caller caller) {
        return declarations
                .findByIdOptional(id)
                .filter(declaration -> visibility.sees(caller, id))
                .orElseThrow(() -> Problems.notFound("declaration", id));
    }

    private DeclarationView whole(Declaration declaration, Caller caller, Instant now) {
        return DeclarationView.of(declaration, Reader.of(declaration, caller), decisionsInForce(declaration), now);
    }

    private Map<UUID, JsonNode> decisionsInForce(Declaration declaration) {
        return views.inForce(
                declaration.lines().stream().map(DeclarationLine::decisionId).toList());
    }

    private static Map<Integer, Clearance> clearances(Declaration declaration) {
        Map<Integer, Clearance> clearances = new HashMap<>();
        declaration.lines().forEach(line -> clearances.put(line.lineNo(), line.clearance()));
        return clearances;
    }
}
