package org.qualityzones.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.qualityzones.catalogue.Catalogue;
import org.qualityzones.copies.FactsGatherer;
import org.qualityzones.copies.KnownParties;
import org.qualityzones.copies.Moment;
import org.qualityzones.decision.Basis;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.decision.DrawNumbers;
import org.qualityzones.decision.Evaluation;
import org.qualityzones.decisionrecord.DecisionViews;
import org.qualityzones.declaration.DeclarationCommands;
import org.qualityzones.declaration.DeclaredLines;
import org.qualityzones.declaration.Filer;
import org.qualityzones.declaration.FilingRules;
import org.qualityzones.draw.Draws;
import org.qualityzones.draw.Lot;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.facts.FactError;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Evaluates declarations that nobody files. The real seed of a draw is never used. */
@ApplicationScoped
class EvaluationService {

    private final FilingRules filing;
    private final FactsGatherer gatherer;
    private final Catalogue catalogue;
    private final RuleBook rules;
    private final Draws draws;
    private final Clock clock;

    EvaluationService(
            FilingRules filing, FactsGatherer gatherer, Catalogue catalogue, RuleBook rules, Draws draws, Clock clock) {
        this.filing = filing;
        this.gatherer = gatherer;
        this.catalogue = catalogue;
        this.rules = rules;
        this.draws = draws;
        this.clock = clock;
    }

    @Transactional
    EvaluationView evaluate(EvaluationRequest request, Caller caller) {
        Instant now = clock.instant();
        authorize(request, caller, ShanghaiDays.of(now));
        Moment moment = moment(request, now);
        LocalDate day = ShanghaiDays.of(request.asOf() == null ? now : request.asOf());
        KnownParties parties = filing.parties(moment);
        FilingRules.checkParties(request.declaration(), day, parties);
        RuleSet ruleSet = ruleSet(request, caller, now);
        FactsGatherer.Setting setting = new FactsGatherer.Setting(day, day, catalogue.current(), parties, moment);
        List<ObjectNode> lines = new ArrayList<>();
        for (DeclarationCommands.Line line : request.declaration().lines()) {
            lines.add(evaluate(request, line, setting, ruleSet));
        }
        return new EvaluationView(true, lines);
    }

    /** Parties ask about themselves and on the facts on record; offices ask anything. */
    private void authorize(EvaluationRequest request, Caller caller, LocalDate today) {
        FilingRules.checkShape(request.declaration());
        boolean office = caller.isAny(Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR, Roles.INTEGRATOR);
        if (!office) {
            if (request.facts() != null && !request.facts().isNull()) {
                throw Problem.of(
                                CommonProblem.FORBIDDEN,
                                "A party evaluates with the facts on record only; leave facts out")
                        .at("/facts", "facts-on-record", "not for this role");
            }
            FilingRules.checkRows(request.declaration(), Filer.of(caller), today, filing.parties());
        }
    }

    private static Moment moment(EvaluationRequest request, Instant now) {
        if (request.knownAt() != null && request.knownAt().isAfter(now)) {
            throw Problems.invalid("/knownAt", "future", "What will have been learned by then is not known yet");
        }
        return request.asOf() == null && request.knownAt() == null
                ? Moment.NOW
                : new Moment(
                        Objects.requireNonNullElse(request.asOf(), now),
                        Objects.requireNonNullElse(request.knownAt(), now),
                        request.knownAt() == null);
    }

    private RuleSet ruleSet(EvaluationRequest request, Caller caller, Instant now) {
        String version = request.ruleSet();
        if (version != null) {
            return rules.visible(version, caller)
                    .orElseThrow(
                            () -> Problems.invalid("/ruleSet", "unknown-rule-set", "There is no rule set " + version));
        }
        Instant asOf = Objects.requireNonNullElse(request.asOf(), now);
        return request.knownAt() == null
                ? rules.inForce(asOf)
                : rules.inForce(asOf, request.knownAt())
                        .orElseThrow(() -> Problems.invalid(
                                "/knownAt", "no-rule-set", "No rule set was published by then; name one in ruleSet"));
    }

    private ObjectNode evaluate(
            EvaluationRequest request, DeclarationCommands.Line line, FactsGatherer.Setting setting, RuleSet ruleSet) {
        LocalDate day = setting.day();
        String producer = FilingRules.producerOf(request.declaration(), line);
        Optional<Boolean> drawnBefore = drawnBefore(Lot.of(producer, line.hsCode(), line.lotNo()), setting);
        FactsGatherer.Gathered gathered = gatherer.gather(
                DeclaredLines.declared(
                        request.declaration(),
                        line,
                        FilingRules.areaOf(request.declaration(), line, setting.parties())),
                setting,
                null,
                drawnBefore.orElse(false));
        SortedSet<String> unknown = gathered.unknown();
        if (drawnBefore.isEmpty()) {
            unknown.add("history.lotDrawnBefore");
        }
        unknown.removeIf(name -> request.facts() != null && request.facts().has(name.split("\\.")[0]));
        Facts facts = given(request, gathered.facts());
        if (request.draw() != null) {
            facts = facts.withDraw(DrawNumbers.ofDecimal(request.draw()));
        }
        DecisionContext context =
                new DecisionContext(null, null, line.lineNo(), null, gathered.asOf(), day, null, null, null);
        return switch (DecisionEngine.evaluate(facts, ruleSet, context)) {
            case Evaluation.Certain certain -> view(certain.decision(), line.lineNo(), unknown);
            case Evaluation.DependsOnDraw both -> {
                ObjectNode view = JsonNodeFactory.instance.objectNode().put("lineNo", line.lineNo());
                view.set("ifDrawn", view(both.ifDrawn(), line.lineNo(), unknown));
                view.set("ifNotDrawn", view(both.ifNotDrawn(), line.lineNo(), unknown));
                yield view;
            }
        };
    }

    private static Facts given(EvaluationRequest request, Facts onRecord) {
        if (request.facts() == null || request.facts().isNull()) {
            return onRecord;
        }
        FactsReader.Reading reading = FactsReader.given(request.facts(), onRecord);
        if (!reading.errors().isEmpty()) {
            Problem problem = Problem.of(CommonProblem.INVALID_REQUEST, "The given facts are not valid");
            for (FactError error : reading.errors()) {
                problem.at("/facts" + error.pointer(), error.code(), error.detail());
            }
            throw problem;
        }
        return reading.facts();
    }

    private Optional<Boolean> drawnBefore(Lot lot, FactsGatherer.Setting setting) {
        return setting.moment().isNow()
                ? Optional.of(draws.drawnBefore(lot, setting.day()))
                : draws.drawnBefore(lot, setting.moment().done());
    }

    /** What is not on record of a past moment is missing as well. */
    private static ObjectNode view(Decision decision, int lineNo, SortedSet<String> unknown) {
        ObjectNode view = DecisionViews.hypothetical(decision).put("lineNo", lineNo);
        if (!unknown.isEmpty()) {
            SortedSet<String> missing = new TreeSet<>(unknown);
            missing.addAll(decision.missingFacts());
            ArrayNode names = view.put("basis", Basis.DEGRADED.name()).putArray("missingFacts");
            missing.forEach(names::add);
        }
        return view;
    }
}
