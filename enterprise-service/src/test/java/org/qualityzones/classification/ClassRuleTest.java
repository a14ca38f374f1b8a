package org.qualityzones.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.enterprise.QualityClass;

/** Cases K8 and K12 of the domain's list, and the walls around them. */
class ClassRuleTest {
    private static final LocalDate LOWERED = LocalDate.of(2026, 5, 22);

    @ParameterizedTest(name = "{0} to {1} on {2}: {3}")
    @CsvSource({
        "CLASS_3, CLASS_1, 2026-11-21, one-step-up",
        "CLASS_3, CLASS_1, 2026-11-22, one-step-up",
        "CLASS_3, CLASS_2, 2026-11-21, waiting-time",
        "CLASS_3, CLASS_2, 2026-11-22, none",
        "CLASS_3, CLASS_3, 2026-11-21, none",
        "CLASS_3, CLASS_4, 2026-11-21, none",
        "CLASS_2, CLASS_4, 2026-05-23, none",
        "UNCLASSIFIED, CLASS_1, 2026-11-22, none",
        "UNCLASSIFIED, CLASS_2, 2026-11-21, waiting-time",
        "CLASS_2, UNCLASSIFIED, 2026-11-22, names-a-class"
    })
    void shouldRaiseOneStepAtATimeAndNotBeforeSixMonthsAfterALowering(
            QualityClass current, QualityClass proposed, LocalDate today, String rule) {
        assertThat(rule(proposal(current, proposed, Optional.of(LOWERED), false, today)))
                .isEqualTo(rule);
    }

    @Test
    void shouldClassifyForTheFirstTimeInAnyClass() {
        for (QualityClass proposed :
                Set.of(QualityClass.CLASS_1, QualityClass.CLASS_2, QualityClass.CLASS_3, QualityClass.CLASS_4)) {
            assertThat(rule(proposal(QualityClass.UNCLASSIFIED, proposed, Optional.empty(), false, LOWERED)))
                    .isEqualTo("none");
        }
    }

    @Test
    void shouldRestoreAtOnceWhereTheGroundOfALoweringWasOverturned() {
        ClassCase restoring = proposal(QualityClass.CLASS_3, QualityClass.CLASS_1, Optional.of(LOWERED), true, LOWERED);
        assertThat(rule(restoring)).isEqualTo("none");
    }

    @Test
    void shouldNeedASecondPerson() {
        assertThat(rule(decision("anna", "anna", "bureau", QualityClass.CLASS_2)))
                .isEqualTo("second-person");
        assertThat(rule(decision("anna", "bo", "bureau", QualityClass.CLASS_2))).isEqualTo("none");
        assertThat(rule(decision("one-lot-not-accepted", "anna", "bureau", QualityClass.CLASS_2)))
                .isEqualTo("none");
    }

    @Test
    void shouldLetTheRolesOfTheClassApprove() {
        assertThat(rule(decision("anna", "bo", "inspector", QualityClass.CLASS_4)))
                .isEqualTo("approver-of-class");
        assertThat(rule(decision("anna", "bo", "branch", QualityClass.CLASS_2))).isEqualTo("approver-of-class");
        assertThat(rule(decision("anna", "bo", "bureau", QualityClass.CLASS_4))).isEqualTo("none");
    }

    private static ClassCase proposal(
            QualityClass current,
            QualityClass proposed,
            Optional<LocalDate> loweredOn,
            boolean restoring,
            LocalDate today) {
        return new ClassCase(current, proposed, loweredOn, restoring, "anna", Optional.empty(), Set.of(), today);
    }

    private static ClassCase decision(String proposer, String decider, String role, QualityClass proposed) {
        return new ClassCase(
                QualityClass.CLASS_1,
                proposed,
                Optional.empty(),
                false,
                proposer,
                Optional.of(decider),
                Set.of(role),
                LOWERED);
    }

    private static String rule(ClassCase of) {
        return ClassRule.firstRefusal(of, new Defaults())
                .map(ClassRule.Refusal::rule)
                .orElse("none");
    }

    private static final class Defaults implements ClassConfig {
        @Override
        public Period term() {
            return Period.ofYears(1);
        }

        @Override
        public Period renewalNotice() {
            return Period.ofDays(30);
        }

        @Override
        public Period waitAfterLowering() {
            return Period.ofMonths(6);
        }

        @Override
        public int sweepBatch() {
            return 10;
        }

        @Override
        public Set<String> approvers() {
            return Set.of("bureau");
        }

        @Override
        public Set<String> class4Approvers() {
            return Set.of("bureau");
        }
    }
}
