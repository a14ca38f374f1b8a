package org.qualityzones.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.trial.Drafts;

class LinterTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LintReport SHIPPED = lint(Drafts.of("2026.1"));

    static LintReport lint(ObjectNode document) {
        return Linter.lint(RuleSet.parse(document.toString().getBytes(StandardCharsets.UTF_8)), TODAY, Set.of());
    }

    @Test
    void shouldFindExactlyTheAcknowledgedWarningsInTheShippedSet() {
        assertThat(SHIPPED.findings()).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(LintCode.REPEALED_CITATION);
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.acknowledged()).isTrue();
        });
        assertThat(SHIPPED.findings())
                .extracting(Finding::pointer)
                .map(pointer -> pointer.replaceFirst("/citations/[0-9]+$", ""))
                .containsExactlyInAnyOrder(
                        "/parameters/0",
                        "/parameters/3",
                        "/parameters/4",
                        "/definitions/3",
                        "/matrix",
                        "/modes/0",
                        "/modes/1",
                        "/modes/2",
                        "/modes/3",
                        "/modes/4",
                        places("class-risk-matrix"),
                        places("lot-draw"),
                        places("fee-waived"));
        assertThat(SHIPPED.exhaustive()).isTrue();
        assertThat(SHIPPED.findings()).extracting(Finding::example).allMatch(Objects::nonNull);
    }

    @Test
    void shouldTakeAnInstrumentAsRepealedThatTheDocumentHoldsInForce() {
        LintReport report = Linter.lint(RuleSet.shipped("2026.1"), TODAY, Set.of("AQSIQ Order 1 of 2001"));

        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .extracting(Finding::subject)
                .contains("hold-banned", "directed-inspection", "floor-warning-1")
                .hasSizeGreaterThan(5);
    }

    @Test
    void shouldNotTakeALaterRepealAsAcknowledgedByAnother() {
        LintReport report = Linter.lint(RuleSet.shipped("2026.1"), TODAY, Set.of("SN/T 2755.4-2011"));

        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(LintCode.REPEALED_CITATION))
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder(
                        "/matrix/citations/1",
                        places("class-risk-matrix") + "/citations/1",
                        places("lot-draw") + "/citations/2");
    }

    @Test
    void shouldTakeTheInstrumentsThatAPracticeNamesAsAcknowledged() {
        ObjectNode document = Drafts.of("2026.2");
        ((ObjectNode) document.path("matrix").path("citations").get(2))
                .putArray("continues")
                .add("AQSIQ Order 113")
                .add("SN/T 2755.4-2011");
        RuleSet ruleSet = RuleSet.parse(document.toString().getBytes(StandardCharsets.UTF_8));

        LintReport report = Linter.lint(ruleSet, TODAY, Set.of("SN/T 2755.4-2011"));

        assertThat(report.findings())
                .filteredOn(finding -> finding.pointer().startsWith("/matrix/"))
                .hasSize(2)
                .allMatch(Finding::acknowledged);
    }

    @Test
    void shouldFindNothingWrongWithRulesByPartsOfACode() {
        ObjectNode document = Drafts.of("2026.2");
        Drafts.rule(document, "floor-psi").put("when", "psi && !psiPrivilege && line.hsCode.startsWith('845')");
        Drafts.rule(document, "floor-registered")
                .put("when", "producer.limitedRegistration == 'REGISTERED' && line.hsCode.endsWith('99')");

        assertThat(codes(lint(document))).isEmpty();
    }

    @Test
    void shouldFindNothingWrongWithRulesByDay() {
        ObjectNode document = Drafts.of("2026.2");
        Drafts.rule(document, "floor-psi").put("when", "psi && !psiPrivilege && line.date > '2027-03-31'");
        Drafts.rule(document, "floor-registered")
                .put("when", "producer.limitedRegistration == 'REGISTERED' && line.date < '2026-01-01'");

        assertThat(codes(lint(document))).isEmpty();
    }

    @Test
    void shouldSayThatTheSearchForAContradictionWasGivenUp() {
        RuleSet ruleSet = RuleSet.shipped("2026.1");
        Universe universe = Universe.of(ruleSet);
        Examples examples = new Examples(ruleSet, new ExampleSearch(ruleSet, universe, 1));

        List<Finding> findings = new RuleChecks(ruleSet, examples, new Places(ruleSet), true).findings();

        assertThat(findings)
                .filteredOn(finding -> finding.code() == LintCode.NOT_SETTLED
                        && finding.message()
                                .en()
                                .contains(LintCode.CONTRADICTION.title().en()))
                .extracting(Finding::pointer)
                .contains(places("credit-c"), places("warning"))
                .doesNotHaveDuplicates();
    }

    private static String places(String rule) {
        return new Places(RuleSet.shipped("2026.1")).rule(rule);
    }

    static List<LintCode> codes(LintReport report) {
        return report.findings().stream()
                .filter(finding -> !finding.acknowledged())
                .map(Finding::code)
                .toList();
    }
}
