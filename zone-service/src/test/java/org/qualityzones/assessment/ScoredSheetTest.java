package org.qualityzones.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.guard.Guard;
import org.qualityzones.guard.Refusal;
import org.qualityzones.web.Problem;

class ScoredSheetTest {
    private static final AssessmentSheet SHEET = new AssessmentSheets(
                    new ObjectMapper().registerModule(new JavaTimeModule()))
            .all()
            .getFirst();

    @Test
    void shouldGiveTwentyFivePointsToEachOfTheFourSystems() {
        assertThat(SHEET.systems()).hasSize(4).allSatisfy(system -> {
            assertThat(system.points()).isEqualByComparingTo("25");
            assertThat(system.items().stream()
                            .map(AssessmentSheet.Item::points)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(system.points());
        });
        assertThat(SHEET.provenance()).isEqualTo("CONFIGURED");
    }

    @ParameterizedTest
    @CsvSource({
        "85.00, NATIONAL, true",
        "84.99, NATIONAL, false",
        "97.00, NATIONAL, true",
        "75.00, PROVINCIAL, true",
        "74.99, PROVINCIAL, false"
    })
    void shouldPassAtTheMarkAndNotBelow(BigDecimal total, String level, boolean passes) {
        ScoredSheet scored = sheet(total, List.of());

        assertThat(scored.total()).isEqualByComparingTo(total);
        assertThat(scored.refusal(SHEET, level).isEmpty()).isEqualTo(passes);
    }

    @Test
    void shouldLetAVetoBeatAnyTotal() {
        ScoredSheet scored = sheet(new BigDecimal("92"), List.of(new Veto("fraud-24m", "forged reports")));

        assertThat(scored.refusal(SHEET, "NATIONAL")).map(Refusal::guard).contains(Guard.VETO_ITEM);
    }

    @Test
    void shouldRefuseItemsThatDoNotFitTheSheet() {
        ScoredSheet good = sheet(new BigDecimal("90"), List.of());
        List<Score> missing = good.scores().subList(1, good.scores().size());
        List<Score> twice = new ArrayList<>(good.scores());
        twice.add(good.scores().getFirst());
        List<Score> tooMany = new ArrayList<>(missing);
        tooMany.add(new Score(good.scores().getFirst().item(), new BigDecimal("10.01"), null));

        assertRefused(missing, "item-missing");
        assertRefused(twice, "item-twice");
        assertRefused(tooMany, "too-many-points");
        assertRefused(List.of(new Score("nonsense", BigDecimal.ONE, null)), "item-unknown");
    }

    private static void assertRefused(List<Score> scores, String code) {
        ScoredSheet scored = new ScoredSheet("2026.1", List.of(), scores, List.of());
        assertThatThrownBy(() -> scored.requireFits(SHEET)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.errors().getFirst().code())
                .isEqualTo(code));
    }

    /** Full points from the first item on until the total is reached. */
    static ScoredSheet sheet(BigDecimal total, List<Veto> vetoes) {
        List<Score> scores = new ArrayList<>();
        BigDecimal left = total;
        for (AssessmentSheet.Item item : SHEET.items().toList()) {
            BigDecimal points = left.min(item.points());
            scores.add(new Score(item.id(), points, null));
            left = left.subtract(points);
        }
        return new ScoredSheet("2026.1", List.of("authority-a"), scores, vetoes);
    }
}
