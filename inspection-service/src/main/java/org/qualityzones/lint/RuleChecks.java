package org.qualityzones.lint;

import java.util.List;
import org.qualityzones.decision.Decision;
import org.qualityzones.expression.Frame;
import org.qualityzones.expression.Looked;
import org.qualityzones.ruleset.Effect;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.ruleset.Step;
import org.qualityzones.ruleset.Title;

/** Rules that no input reaches, and rules that contradict each other. */
final class RuleChecks {

    private final RuleSet ruleSet;
    private final Examples examples;
    private final Places places;
    private final boolean exact;
    private final Findings findings;

    RuleChecks(RuleSet ruleSet, Examples examples, Places places, boolean exact) {
        this.ruleSet = ruleSet;
        this.examples = examples;
        this.places = places;
        this.exact = exact;
        this.findings = new Findings(examples);
    }

    List<Finding> findings() {
        List<Rule> rules = ruleSet.rules();
        rules.forEach(this::checkReachable);
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i; j < rules.size(); j++) {
                checkContradiction(rules.get(i), rules.get(j));
            }
        }
        return findings.all();
    }

    private void checkReachable(Rule rule) {
        switch (examples.matching(rule.id())) {
            case ExampleSearch.Result.Found _ -> {}
            case ExampleSearch.Result.Unsettled _ -> checkEntered(rule);
            case ExampleSearch.Result.Never _ -> findings.add(unreachable(rule));
        }
    }

    /** The step may be one that nothing enters, whatever the rule's own condition. */
    private void checkEntered(Rule rule) {
        if (examples.search(lookedAt(rule)) instanceof ExampleSearch.Result.Never) {
            findings.add(unreachable(rule));
        } else {
            unsettled(rule);
        }
    }

    private void unsettled(Rule rule) {
        findings.unsettled(
                rule,
                places.rule(rule.id()),
                new Title(
                        "没有找到命中该规则的输入，且未能查遍全部输入",
                        "No input was found that the rule matches, and not all were looked at"));
    }

    private Finding unreachable(Rule rule) {
        Example shadowed = Examples.of(examples.search(holds(rule)));
        if (shadowed != null) {
            return Finding.error(
                    LintCode.UNREACHABLE_RULE,
                    places.rule(rule.id()) + "/when",
                    rule.id(),
                    said(
                            "示例满足条件，但对这样的输入永远走不到该规则所在的步骤",
                            "The condition holds for the example, but its step is never looked at for such an input"),
                    shadowed);
        }
        return Finding.error(
                LintCode.UNREACHABLE_RULE,
                places.rule(rule.id()) + "/when",
                rule.id(),
                said(
                        "没有输入满足条件；示例走到该规则为止，没有输入能更进一步",
                        "The condition holds for no input; the example comes as far as the rule, and no input gets"
                                + " further"),
                Examples.of(examples.search(lookedAt(rule))));
    }

    private Title said(String zh, String en) {
        return exact
                ? new Title(zh, en)
                : new Title(zh + "（规则中计算的数值未全部查遍）", en + " (values that the rules calculate were not all looked at)");
    }

    /** The rule's own condition holds, whether or not its step is looked at. */
    private Goal holds(Rule rule) {
        return new Goal(
                run -> {
                    Looked looked = run.frame().look(rule.id(), rule.when());
                    if (looked.failed()) {
                        run.open().addFirst(looked);
                    }
                    return looked.failed() || looked.matched() || looked.readsState();
                },
                decision -> holds(rule, decision),
                List.of(rule.id()));
    }

    private boolean holds(Rule rule, Decision decision) {
        Frame frame = new Frame(decision.facts(), ruleSet.words());
        frame.state(decision.outcome().name(), decision.mode().name());
        return frame.look(rule.id(), rule.when()).matched();
    }

    private Goal lookedAt(Rule rule) {
        Step step = ruleSet.steps().get(rule.step() - 1);
        return new Goal(
                run -> run.mayEnter(step.id()),
                decision -> Goal.lookedAt(decision, rule.id()),
                List.of(step.traceName()));
    }

    private void checkContradiction(Rule one, Rule other) {
        Title contradiction = one.then().stream()
                .flatMap(first -> other.then().stream().map(second -> contradiction(first, second)))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
        if (contradiction == null) {
            return;
        }
        Title message = one.id().equals(other.id())
                ? new Title(
                        "规则 " + one.id() + " 自相矛盾：" + contradiction.zh(),
                        "Rule " + one.id() + " contradicts itself: " + contradiction.en())
                : new Title(
                        "规则 " + one.id() + " 与 " + other.id() + " 命中同一输入：" + contradiction.zh(),
                        "Rules " + one.id() + " and " + other.id() + " match the same input: " + contradiction.en());
        findings.report(
                examples.search(Goal.matched(one.id(), other.id())),
                LintCode.CONTRADICTION,
                places.rule(other.id()),
                other.id(),
                message);
    }

    private static Title contradiction(Effect one, Effect other) {
        Title found = contradicts(one, other);
        return found == null ? contradicts(other, one) : found;
    }

    private static Title contradicts(Effect one, Effect other) {
        return switch (one) {
            case Effect.Exempt _
            when other instanceof Effect.Hold -> new Title("一条免验，另一条暂停放行", "one exempts the line, the other holds it");
            case Effect.Exempt _
            when other instanceof Effect.DrawNow -> new Title("一条免验，另一条抽批", "one exempts the lot, the other draws it");
            case Effect.Exempt _
            when other instanceof Effect.AtLeastOutcome least && least.outcome() != Outcome.EXEMPT ->
                new Title(
                        "一条免验，另一条要求 " + least.outcome(), "one exempts the line, the other asks for " + least.outcome());
            case Effect.DirectRelease _
            when other instanceof Effect.RefuseDirectRelease ->
                new Title("一条准予直通放行，另一条拒绝", "one grants direct release, the other refuses it");
            case Effect.Laxer _
            when other instanceof Effect.Stricter ->
                new Title("一条放宽，另一条加严", "one makes the mode laxer, the other stricter");
            case Effect.AtLeastOutcome least
            when least.outcome() == Outcome.RELEASE && other instanceof Effect.Hold ->
                new Title("一条放行，另一条暂停放行", "one releases the line, the other holds it");
            default -> null;
        };
    }
}
