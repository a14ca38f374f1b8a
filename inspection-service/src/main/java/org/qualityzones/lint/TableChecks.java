package org.qualityzones.lint;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qualityzones.ruleset.Effect;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.ModePolicy;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.ruleset.SamplingPolicy;
import org.qualityzones.ruleset.Title;

/** Tables: the rules that give the mode, the matrix, the modes and the products. */
final class TableChecks {

    private static final List<String> RISKS = List.of("GENERAL", "HIGHER", "HIGH");

    private final RuleSet ruleSet;
    private final Examples examples;
    private final Places places;
    private final List<Rule> giving;
    private final Findings findings;

    TableChecks(RuleSet ruleSet, Examples examples, Places places) {
        this.ruleSet = ruleSet;
        this.examples = examples;
        this.places = places;
        this.findings = new Findings(examples);
        this.giving = ruleSet.rules().stream().filter(TableChecks::givesMode).toList();
    }

    List<Finding> findings() {
        checkDecided();
        checkModeGiven();
        checkOneMode();
        checkMatrixOrder();
        checkModeOrder();
        checkProducts();
        return findings.all();
    }

    private static boolean givesMode(Rule rule) {
        return modesGiven(rule) > 0;
    }

    private static long modesGiven(Rule rule) {
        return rule.then().stream()
                .filter(effect -> effect instanceof Effect.SetMode || effect instanceof Effect.FromMatrix)
                .count();
    }

    private void checkDecided() {
        Goal undecided = new Goal(
                run -> run.ends().stream().anyMatch(state -> state.outcome() == null),
                decision -> decision.reasons().stream()
                        .anyMatch(reason -> reason.rule().equals("no-rule-decided")),
                List.of());
        report(undecided, LintCode.GAP, "/rules", null, new Title("示例没有任何规则作出决定", "No rule decides the example"));
    }

    private void checkModeGiven() {
        Goal without = new Goal(
                        OpenRun::mayDrawWithoutMode,
                        decision -> decision.reasons().stream()
                                        .anyMatch(reason -> reason.effect().startsWith(RuleSet.POLICY))
                                && giving.stream().noneMatch(rule -> Goal.matched(decision, rule.id())),
                        giving.stream().map(Rule::id).toList())
                .bySteps();
        String pointer =
                giving.isEmpty() ? "/rules" : places.rule(giving.getFirst().id());
        report(
                without,
                LintCode.GAP,
                pointer,
                null,
                new Title("示例的批次进入抽批，却没有规则给出监管方式", "The lot of the example is drawn, and no rule gave its mode"));
    }

    private void checkOneMode() {
        for (int i = 0; i < giving.size(); i++) {
            String one = giving.get(i).id();
            if (modesGiven(giving.get(i)) > 1) {
                findings.report(
                        examples.matching(one),
                        LintCode.OVERLAP,
                        places.rule(one) + "/then",
                        one,
                        new Title(
                                "规则 " + one + " 给出多个监管方式；以最后一个为准",
                                "Rule " + one + " gives more than one mode; the last one wins"));
            }
            for (int j = i + 1; j < giving.size(); j++) {
                String other = giving.get(j).id();
                report(
                        Goal.matched(one, other),
                        LintCode.OVERLAP,
                        places.rule(other),
                        other,
                        new Title(
                                "规则 " + one + " 与 " + other + " 都给出示例的监管方式；以后者为准",
                                "Rules " + one + " and " + other
                                        + " both give the mode of the example; the last one wins"));
            }
        }
    }

    private void report(Goal goal, LintCode code, String pointer, String subject, Title message) {
        findings.report(examples.search(goal), code, pointer, subject, message);
    }

    /** A worse class or a higher risk is never supervised less. */
    private void checkMatrixOrder() {
        List<String> rows = ruleSet.matrix().cells().keySet().stream().sorted().toList();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < RISKS.size(); column++) {
                if (row > 0) {
                    checkOrder(rows.get(row - 1), RISKS.get(column), rows.get(row), RISKS.get(column));
                }
                if (column > 0) {
                    checkOrder(rows.get(row), RISKS.get(column - 1), rows.get(row), RISKS.get(column));
                }
            }
        }
    }

    private void checkOrder(String betterRow, String betterRisk, String row, String risk) {
        Mode better = ruleSet.matrix().mode(betterRow, betterRisk);
        Mode worse = ruleSet.matrix().mode(row, risk);
        if (worse.compareTo(better) < 0) {
            findings.add(Finding.error(
                    LintCode.CONTRADICTION,
                    "/matrix/cells/" + row + "/" + risk,
                    null,
                    new Title(
                            row + " 与 " + risk + " 风险为 " + worse + "，比 " + betterRow + " 与 " + betterRisk + " 的 "
                                    + better + " 更宽",
                            row + " with " + risk + " risk gives " + worse + ", laxer than " + better + " for "
                                    + betterRow + " with " + betterRisk),
                    examples.ofCell(row, risk)));
        }
    }

    /** A stricter mode never has a laxer outcome, and a drawn lot none than one that is not. */
    private void checkModeOrder() {
        ModePolicy laxer = null;
        for (Mode mode : Mode.values()) {
            ModePolicy policy = ruleSet.policy(mode);
            if (policy != null) {
                boolean inOrder = policy.drawn().compareTo(policy.notDrawn()) >= 0
                        && (laxer == null
                                || policy.drawn().compareTo(laxer.drawn()) >= 0
                                        && policy.notDrawn().compareTo(laxer.notDrawn()) >= 0);
                if (!inOrder) {
                    findings.add(Finding.error(
                            LintCode.CONTRADICTION,
                            places.mode(mode.name()),
                            mode.name(),
                            new Title(
                                    mode + " 的结果比更宽的方式或未抽中的批次更宽",
                                    "The outcomes of " + mode
                                            + " are laxer than those of a laxer mode or of a lot not drawn"),
                            examples.drawnIn(mode)));
                }
                laxer = policy;
            }
        }
    }

    private void checkProducts() {
        List<SamplingPolicy.Product> products = ruleSet.sampling().products();
        Map<String, Long> counts = products.stream()
                .collect(Collectors.groupingBy(SamplingPolicy.Product::hsPrefix, Collectors.counting()));
        counts.forEach((prefix, count) -> {
            if (count > 1) {
                findings.add(Finding.error(
                        LintCode.OVERLAP,
                        places.product(last(prefix)),
                        prefix,
                        new Title(
                                prefix + " 有 " + count + " 个条目，只有第一个有效",
                                "There are " + count + " entries for " + prefix + "; only the first counts"),
                        examples.sampled(products.get(last(prefix)).anyHsCode())));
            }
        });
    }

    /** Index of the last entry of a prefix. */
    private int last(String prefix) {
        return ruleSet.sampling().products().stream()
                .map(SamplingPolicy.Product::hsPrefix)
                .toList()
                .lastIndexOf(prefix);
    }
}
