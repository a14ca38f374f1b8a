package org.qualityzones.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.qualityzones.ruleset.Effect;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.ModePolicy;
import org.qualityzones.ruleset.Parameter;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.ruleset.Title;

/** Parameters out of their range: by unit, the shares of the modes among each other, and shares that rules ask for. */
final class ParameterChecks {

    private static final long WHOLE = 1_000_000;
    private static final long PER_MILLE = 1_000;
    private static final long PER_CENT = 100;

    private final RuleSet ruleSet;
    private final Examples examples;
    private final Places places;
    private final List<Finding> findings = new ArrayList<>();

    ParameterChecks(RuleSet ruleSet, Examples examples, Places places) {
        this.ruleSet = ruleSet;
        this.examples = examples;
        this.places = places;
    }

    List<Finding> findings() {
        ruleSet.parameters().forEach(this::checkUnit);
        checkShares();
        checkSharesAskedFor();
        return findings;
    }

    private void checkUnit(Parameter parameter) {
        long most =
                switch (parameter.unit()) {
                    case Parameter.SHARE -> WHOLE;
                    case "per-mille" -> PER_MILLE;
                    case "percent" -> PER_CENT;
                    default -> Long.MAX_VALUE;
                };
        boolean wrong =
                most != Long.MAX_VALUE && !(parameter.value() instanceof Long value && value >= 0 && value <= most);
        if (wrong) {
            findings.add(Finding.error(
                    LintCode.PARAMETER_OUT_OF_RANGE,
                    places.parameter(parameter.id()) + "/value",
                    parameter.id(),
                    new Title(
                            parameter.text() + " 超出 " + parameter.unit() + " 的范围 0 至 " + most,
                            parameter.text() + " is no value in " + parameter.unit() + ": 0 to " + most + " is"),
                    using(parameter)));
        }
    }

    /** A stricter mode draws no fewer lots; STRICT and SPECIAL inspect lot by lot (AQSIQ Order 113 article 3). */
    private void checkShares() {
        ModePolicy laxer = null;
        for (ModePolicy policy : policies().toList()) {
            if (policy.share() == 0) {
                report(policy, policy.mode() + " 方式从不抽取任何批次", "No lot is ever drawn in mode " + policy.mode());
            } else if (laxer != null && policy.share() < laxer.share()) {
                report(
                        policy,
                        policy.mode() + " 方式的抽批比例低于更宽的 " + laxer.mode(),
                        "Fewer lots are drawn in mode " + policy.mode() + " than in " + laxer.mode());
            } else if (policy.mode().compareTo(Mode.STRICT) >= 0 && policy.share() < WHOLE) {
                report(
                        policy,
                        policy.mode() + " 方式逐批检验，比例应为 1.00",
                        "Mode " + policy.mode() + " inspects every lot, so its share is 1.00");
            }
            laxer = policy;
        }
    }

    /** A rule that asks for a share asks for some lots. */
    private void checkSharesAskedFor() {
        ruleSet.parameters().stream()
                .filter(parameter -> parameter.value().equals(0L))
                .filter(parameter -> ruleSet.rules().stream()
                        .flatMap(OrderChecks::shares)
                        .anyMatch(share -> share.parameter().equals(parameter.id())))
                .forEach(parameter -> findings.add(Finding.error(
                        LintCode.PARAMETER_OUT_OF_RANGE,
                        places.parameter(parameter.id()) + "/value",
                        parameter.id(),
                        new Title("规则要求的抽批比例为 0，等于没有要求", "A rule asks for this share of lots, which is none"),
                        using(parameter))));
    }

    private void report(ModePolicy policy, String zh, String en) {
        findings.add(Finding.error(
                LintCode.PARAMETER_OUT_OF_RANGE,
                places.mode(policy.mode().name()) + "/share",
                policy.mode().name(),
                new Title(zh, en),
                examples.drawnIn(policy.mode())));
    }

    private Stream<ModePolicy> policies() {
        return Stream.of(Mode.values()).map(ruleSet::policy).filter(Objects::nonNull);
    }

    /** An input whose decision uses a parameter; null when none does. */
    Example using(Parameter parameter) {
        Example used = examples.ofAny(rule -> uses(rule, parameter));
        if (used != null || !(parameter.value() instanceof Long share)) {
            return used;
        }
        return policies()
                .filter(policy -> parameter.unit().equals(Parameter.SHARE) && policy.share() == share)
                .map(policy -> examples.drawnIn(policy.mode()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean uses(Rule rule, Parameter parameter) {
        return rule.when().hints().parameters().contains(parameter.id())
                || rule.then().stream()
                        .anyMatch(effect -> effect instanceof Effect.Share share
                                && share.parameter().equals(parameter.id()))
                || ruleSet.definitions().stream()
                        .filter(word -> word.value().hints().parameters().contains(parameter.id()))
                        .anyMatch(word -> rule.when().hints().definitions().contains(word.id()));
    }
}
