package org.qualityzones.decision;

import java.util.ArrayList;
import java.util.List;
import org.qualityzones.expression.Frame;
import org.qualityzones.expression.Looked;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.Citation;
import org.qualityzones.ruleset.DrawKind;
import org.qualityzones.ruleset.Effect;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.ModePolicy;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.ruleset.Step;
import org.qualityzones.sampling.SamplingPlan;
import org.qualityzones.sampling.SamplingPlans;

/** One pass through the steps of a rule set. One use, one thread. */
final class DecisionRun {

    private final Facts facts;
    private final RuleSet ruleSet;
    private final DecisionContext context;
    private final MissingDraw missingDraw;
    private final Frame frame;
    private final MissingFacts missing;
    private final List<Reason> reasons = new ArrayList<>();

    private Outcome outcome;
    private Mode mode = Mode.NONE;
    private long share;
    private boolean forced;
    private boolean dependsOnDraw;
    private DrawKind drawKind;
    private Boolean drawn;
    private Draw draw;
    private List<SamplingPlan> plans = List.of();
    private boolean feeWaived;
    private boolean directRelease;

    DecisionRun(Facts facts, RuleSet ruleSet, DecisionContext context, MissingDraw missingDraw) {
        this.facts = facts;
        this.ruleSet = ruleSet;
        this.context = context;
        this.missingDraw = missingDraw;
        this.frame = new Frame(facts, ruleSet.words());
        this.missing = new MissingFacts(facts);
    }

    /** The draw that decided, once {@link #decide} is done; null when none did, or its share is 1 or 0. */
    DrawKind drawKind() {
        return drawKind;
    }

    /** Whether the draw decided and was missing. */
    boolean dependsOnDraw() {
        return dependsOnDraw;
    }

    Decision decide() {
        for (Step step : ruleSet.steps()) {
            if (matched(frame.look(step.traceName(), step.when()))) {
                step.rules().forEach(this::look);
            }
        }
        if (outcome == null) {
            decideWithoutRule();
        }
        if (context.overruling() != null) {
            overrule(context.overruling());
        }
        missing.addStale(frame);
        return new Decision(
                outcome,
                mode,
                drawn,
                draw,
                plans,
                feeWaived,
                directRelease,
                List.copyOf(reasons),
                frame.looked().stream().map(TraceEntry::new).toList(),
                missing.basis(),
                missing.names(),
                facts,
                ruleSet,
                context);
    }

    private void look(Rule rule) {
        Looked looked = frame.look(rule.id(), rule.when());
        if (matched(looked)) {
            for (Effect effect : rule.then()) {
                apply(rule, effect, looked);
            }
            frame.state(outcome == null ? "UNDECIDED" : outcome.name(), mode.name());
        }
    }

    private boolean matched(Looked looked) {
        if (looked.failed()) {
            missing.addUnanswerable(looked);
        }
        return looked.matched();
    }

    private void apply(Rule rule, Effect effect, Looked looked) {
        switch (effect) {
            case Effect.Hold hold -> hold(rule, hold);
            case Effect.Exempt _ -> atLeast(rule, Outcome.EXEMPT, "exempt");
            case Effect.AtLeastOutcome least -> atLeast(rule, least.outcome(), "outcome=" + least.outcome());
            case Effect.SetMode set -> mode(rule, set.mode(), "mode=" + set.mode());
            case Effect.FromMatrix cell -> fromMatrix(rule, cell, looked);
            case Effect.Laxer laxer -> mode(rule, mode.moved(-laxer.steps()), "laxer=" + laxer.steps());
            case Effect.Stricter stricter -> mode(rule, mode.moved(stricter.steps()), "stricter=" + stricter.steps());
            case Effect.AtLeastMode least -> mode(rule, mode.orStricter(least.mode()), "atLeast=" + least.mode());
            case Effect.Share least -> share(rule, least);
            case Effect.Drawn _ -> {
                forced = true;
                reason(rule, "drawn", true, null);
            }
            case Effect.DrawNow now -> draw(rule, now.kind());
            case Effect.Plans _ -> plans(rule);
            case Effect.WaiveFee _ -> {
                feeWaived = true;
                reason(rule, "waiveFee", true, null);
            }
            case Effect.DirectRelease _ -> {
                directRelease = true;
                reason(rule, "directRelease", true, null);
            }
            case Effect.RefuseDirectRelease refuse -> {
                directRelease = false;
                reason(rule, "refuseDirectRelease=" + refuse.condition(), true, null);
            }
        }
    }

    private void hold(Rule rule, Effect.Hold hold) {
        outcome = Outcome.HOLD;
        mode = Mode.NONE;
        reason(rule, "hold", true, hold.liftedBy());
    }

    private void atLeast(Rule rule, Outcome least, String effect) {
        Outcome before = outcome;
        outcome = before == null ? least : before.orStricter(least);
        reason(rule, effect, outcome != before, null);
    }

    private void mode(Rule rule, Mode now, String effect) {
        boolean binding = now != mode;
        mode = now;
        reason(rule, effect, binding, null);
    }

    private void fromMatrix(Rule rule, Effect.FromMatrix cell, Looked looked) {
        Object row = frame.value(cell.producerClass(), looked);
        Object column = frame.value(cell.risk(), looked);
        if (row instanceof String producerClass && column instanceof String risk) {
            Mode found = ruleSet.matrix().mode(producerClass, risk);
            mode(rule, found, "mode=" + found);
        } else {
            missing.addUnanswerable(looked);
        }
    }

    private void share(Rule rule, Effect.Share least) {
        boolean binding = least.share() > share;
        share = Math.max(share, least.share());
        reason(rule, "share=" + DrawNumbers.shareText(least.share()), binding, null);
    }

    private void draw(Rule rule, DrawKind kind) {
        if (kind == DrawKind.CAMPAIGN) {
            drawCampaign(rule);
        } else {
            drawLot(rule);
        }
    }

    private void drawLot(Rule rule) {
        ModePolicy policy = ruleSet.policy(mode == Mode.NONE ? Mode.STRICT : mode);
        long asked = Math.max(share, policy.share());
        drawn = forced | numberBelow(asked, DrawKind.LOT, !forced && policy.drawn() != policy.notDrawn());
        draw = draw(asked, context.inheritedFrom());
        Outcome found = drawn ? policy.drawn() : policy.notDrawn();
        atLeast(rule, found, "outcome=" + found);
        reasons.add(new Reason(rule.id(), RuleSet.POLICY + policy.mode(), mode, true, null, policy.citations()));
    }

    private void drawCampaign(Rule rule) {
        long asked = facts.campaign().share() == null ? 0 : facts.campaign().share();
        drawn = numberBelow(asked, DrawKind.CAMPAIGN, true);
        draw = draw(asked, null);
        if (drawn) {
            atLeast(rule, Outcome.SAMPLE, "outcome=SAMPLE");
        } else {
            reason(rule, "notDrawn", false, null);
        }
    }

    /** Compares the number with the share; {@code decides} says whether the outcome hangs on it. */
    private boolean numberBelow(long asked, DrawKind kind, boolean decides) {
        if (asked >= DrawNumbers.WHOLE || asked == 0) {
            return asked != 0;
        }
        drawKind = kind;
        if (facts.draw() != null) {
            return DrawNumbers.drawn(facts.draw(), asked);
        }
        if (decides) {
            dependsOnDraw = true;
            if (missingDraw == MissingDraw.DEGRADES) {
                missing.add("draw");
            }
        }
        return missingDraw != MissingDraw.NOT_DRAWN;
    }

    private Draw draw(long asked, Draw.Inherited inheritedFrom) {
        return new Draw(
                context.drawDate() == null ? facts.line().date() : context.drawDate(),
                facts.draw(),
                asked >= DrawNumbers.WHOLE ? null : DrawNumbers.hex(DrawNumbers.threshold(asked)),
                DrawNumbers.shareText(asked),
                inheritedFrom);
    }

    private void plans(Rule rule) {
        if (plan()) {
            reason(rule, "plans=" + facts.history().sampling().severity(), true, null);
        } else {
            reason(rule, "plans=missing", false, null);
        }
    }

    /** Makes the plans of an inspection, unless the lot size is missing. */
    private boolean plan() {
        Long lotSize = facts.line().lotSize();
        if (lotSize == null) {
            missing.add("line.lotSize");
            return false;
        }
        var severity = facts.history().sampling().severity();
        plans = outcome == Outcome.FULL_INSPECTION
                ? SamplingPlans.full(lotSize, severity)
                : SamplingPlans.sampled(
                        lotSize, ruleSet.sampling().qualities(facts.line().hsCode()), severity);
        return true;
    }

    /** The outcome is the persons'; mode, draw and reasons stay what the rules came to. */
    private void overrule(Overruling overruling) {
        boolean binding = outcome != overruling.outcome();
        outcome = overruling.outcome();
        plans = List.of();
        if (outcome.inspected()) {
            plan();
        }
        boolean held = outcome == Outcome.HOLD;
        if (held) {
            mode = Mode.NONE;
            directRelease = false;
        }
        List<Citation> citations = List.of(BY_OVERRIDE);
        List<String> effects = overruling.effects();
        String liftedBy = held ? "another-override" : null;
        reasons.add(new Reason(Decision.OVERRIDE, effects.getFirst(), mode, binding, liftedBy, citations));
        effects.stream()
                .skip(1)
                .map(effect -> new Reason(Decision.OVERRIDE, effect, mode, false, null, citations))
                .forEach(reasons::add);
    }

    /** Only a draft whose rules leave a gap comes here. */
    private void decideWithoutRule() {
        outcome = Outcome.VERIFY;
        reasons.add(new Reason("no-rule-decided", "outcome=VERIFY", mode, true, null, List.of(NO_RULE)));
    }

    private void reason(Rule rule, String effect, boolean binding, String liftedBy) {
        reasons.add(new Reason(rule.id(), effect, mode, binding, liftedBy, rule.citations()));
    }

    private static final Citation NO_RULE = configured("Where no rule decides, documents are verified");
    private static final Citation BY_OVERRIDE =
            configured("An outcome is overridden by two persons of the inspecting office, with a reason");

    private static Citation configured(String text) {
        return new Citation(
                Citation.CONFIGURATION,
                null,
                text,
                null,
                null,
                Citation.Status.IN_FORCE,
                Citation.Provenance.CONFIGURED,
                null,
                false,
                List.of(),
                null);
    }
}
