package org.qualityzones.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.qualityzones.ruleset.Citation;
import org.qualityzones.ruleset.Effect;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.ruleset.SamplingPolicy;
import org.qualityzones.ruleset.Title;

/** Citations that are missing, repealed or expired. */
final class CitationChecks {

    private final RuleSet ruleSet;
    private final Examples examples;
    private final Places places;
    private final LocalDate today;
    private final Set<String> repealed;
    private final List<Finding> findings = new ArrayList<>();

    CitationChecks(RuleSet ruleSet, Examples examples, Places places, LocalDate today, Set<String> repealed) {
        this.ruleSet = ruleSet;
        this.examples = examples;
        this.places = places;
        this.today = today;
        this.repealed = repealed;
    }

    List<Finding> findings() {
        ruleSet.parameters()
                .forEach(parameter -> check(
                        places.parameter(parameter.id()),
                        parameter.id(),
                        parameter.citations(),
                        () -> new ParameterChecks(ruleSet, examples, places).using(parameter)));
        ruleSet.definitions()
                .forEach(word -> check(
                        places.definition(word.id()), word.id(), word.citations(), () -> examples.reading(word.id())));
        check(
                "/matrix",
                null,
                ruleSet.matrix().citations(),
                () -> examples.ofAny(rule -> rule.then().stream().anyMatch(Effect.FromMatrix.class::isInstance)));
        Stream.of(Mode.values())
                .map(ruleSet::policy)
                .filter(Objects::nonNull)
                .forEach(policy -> check(
                        places.mode(policy.mode().name()),
                        policy.mode().name(),
                        policy.citations(),
                        () -> examples.drawnIn(policy.mode())));
        check(
                "/sampling",
                null,
                ruleSet.sampling().citations(),
                () -> examples.ofAny(rule -> rule.then().stream().anyMatch(Effect.Plans.class::isInstance)));
        checkProducts();
        ruleSet.rules()
                .forEach(rule -> check(
                        places.rule(rule.id()),
                        rule.id(),
                        rule.citations(),
                        () -> Examples.of(examples.matching(rule.id()))));
        return findings;
    }

    private void checkProducts() {
        List<SamplingPolicy.Product> products = ruleSet.sampling().products();
        for (int i = 0; i < products.size(); i++) {
            SamplingPolicy.Product product = products.get(i);
            check(
                    places.product(i),
                    product.hsPrefix(),
                    product.citations(),
                    () -> examples.sampled(product.anyHsCode()));
        }
    }

    private void check(String pointer, String subject, List<Citation> citations, Supplier<Example> example) {
        if (citations.isEmpty()) {
            findings.add(Finding.error(
                    LintCode.MISSING_CITATION,
                    pointer + "/citations",
                    subject,
                    new Title("没有引用任何依据", "Nothing is cited"),
                    example.get()));
        }
        for (int i = 0; i < citations.size(); i++) {
            Citation citation = citations.get(i);
            check(
                    pointer + "/citations/" + i,
                    subject,
                    citation,
                    Citation.acknowledged(citations, citation.instrument()),
                    example);
        }
    }

    private void check(
            String pointer, String subject, Citation citation, boolean acknowledged, Supplier<Example> example) {
        boolean known = repealed.contains(citation.instrument());
        if (known || citation.status() == Citation.Status.REPEALED) {
            Example shown = example.get();
            findings.add(new Finding(
                    LintCode.REPEALED_CITATION,
                    acknowledged ? Finding.Severity.WARNING : Finding.Severity.ERROR,
                    acknowledged,
                    pointer,
                    subject,
                    shown != null,
                    repealed(citation, acknowledged),
                    shown));
        } else if (citation.effectiveTo() != null && citation.effectiveTo().isBefore(today)) {
            findings.add(Finding.error(
                    LintCode.EXPIRED_CITATION,
                    pointer,
                    subject,
                    new Title(
                            citation.instrument() + " 被引为 " + citation.status() + "，但已于 " + citation.effectiveTo()
                                    + " 失效",
                            citation.instrument() + " is cited as " + citation.status() + " and ended on "
                                    + citation.effectiveTo()),
                    example.get()));
        }
    }

    private static Title repealed(Citation citation, boolean acknowledged) {
        boolean said = citation.status() == Citation.Status.REPEALED;
        return new Title(
                citation.instrument()
                        + (said ? " 已废止" : " 已废止，而此处引为 " + citation.status())
                        + (acknowledged ? "；沿用做法，已说明理由" : "，且没有说明理由、沿用做法的 CONFIGURED 依据"),
                citation.instrument()
                        + (said ? " is repealed" : " was repealed, and is cited as " + citation.status())
                        + (acknowledged
                                ? "; the practice is carried on, with a reason"
                                : ", and no CONFIGURED citation carries the practice on with a reason"));
    }
}
