package org.qualityzones.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.qualityzones.ruleset.RuleSet;

/** Looks a rule set through. Pure: the same document, day and repealed instruments give the same report. */
public final class Linter {

    /** Open runs that one question may cost. */
    private static final int BUDGET = 20_000;

    private Linter() {}

    /**
     * @param today whether an instrument has expired is asked of this day
     * @param repealed instruments known as repealed, whatever the document says of them
     */
    public static LintReport lint(RuleSet ruleSet, LocalDate today, Set<String> repealed) {
        Universe universe = Universe.of(ruleSet);
        Examples examples = new Examples(ruleSet, new ExampleSearch(ruleSet, universe, BUDGET));
        Places places = new Places(ruleSet);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new RuleChecks(ruleSet, examples, places, universe.isExact()).findings());
        findings.addAll(new TableChecks(ruleSet, examples, places).findings());
        findings.addAll(new CitationChecks(ruleSet, examples, places, today, repealed).findings());
        findings.addAll(new ParameterChecks(ruleSet, examples, places).findings());
        findings.addAll(new OrderChecks(ruleSet, examples, places).findings());
        Example any = examples.any();
        findings.replaceAll(finding -> finding.shownBy(any));
        findings.forEach(finding -> Proof.require(ruleSet, finding));
        findings.sort(Comparator.comparing(Finding::severity));
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .count();
        return new LintReport(
                ruleSet.version(),
                ruleSet.digest(),
                errors,
                findings.size() - errors,
                universe.isExact(),
                List.copyOf(findings));
    }
}
