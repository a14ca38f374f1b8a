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
