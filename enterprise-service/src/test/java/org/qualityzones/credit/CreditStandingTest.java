package org.qualityzones.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qualityzones.enterprise.CreditLevel;
import org.qualityzones.enterprise.Penalty;

/** Case K11 of the domain's list, and what leads up to it. */
class CreditStandingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");

    @Test
    void shouldBeUnratedWithoutRecords() {
        assertThat(CreditStanding.of(List.of())).isEqualTo(new CreditStanding(CreditLevel.UNRATED, List.of()));
    }

    @Test
    void shouldTakeTheNewestRating() {
        assertThat(level(rating(CreditLevel.AA, DAY), rating(CreditLevel.A, DAY.plusYears(1))))
                .isEqualTo(CreditLevel.A);
    }

    @Test
    void shouldHoldTheRatingDownByTheGravestRecordThatCounts() {
        assertThat(level(rating(CreditLevel.AA, DAY), entry(CreditKind.INCIDENT, Severity.MINOR)))
                .isEqualTo(CreditLevel.A);
        assertThat(level(
                        rating(CreditLevel.AA, DAY),
                        entry(CreditKind.INCIDENT, Severity.MINOR),
                        entry(CreditKind.PENALTY, Severity.GRAVE)))
                .isEqualTo(CreditLevel.D);
        assertThat(level(entry(CreditKind.INCIDENT, Severity.SERIOUS))).isEqualTo(CreditLevel.C);
        assertThat(level(entry(CreditKind.INCIDENT, Severity.MINOR))).isEqualTo(CreditLevel.UNRATED);
    }

    @Test
    void shouldReckonARepairedPenaltyAsBAndNoLongerAsAPenalty() {
        CreditRecord penalty = entry(CreditKind.PENALTY, Severity.SERIOUS);
        assertThat(CreditStanding.of(List.of(penalty)))
                .isEqualTo(new CreditStanding(CreditLevel.C, List.of(new Penalty(DAY, "LAW_ABIDING"))));
        penalty.move(CreditState.REPAIRED, "fine paid", NOW);
        assertThat(CreditStanding.of(List.of(penalty))).isEqualTo(new CreditStanding(CreditLevel.B, List.of()));
    }

    @Test
    void shouldForgetWhatLapsedOrWasWithdrawn() {
        CreditRecord lapsed = entry(CreditKind.PENALTY, Severity.GRAVE);
        lapsed.lapse(NOW);
        CreditRecord withdrawn = entry(CreditKind.PENALTY, Severity.GRAVE);
        withdrawn.move(CreditState.WITHDRAWN, "overturned", NOW);
        assertThat(CreditStanding.of(List.of(lapsed, withdrawn, rating(CreditLevel.A, DAY))))
                .isEqualTo(new CreditStanding(CreditLevel.A, List.of()));
    }

    private static CreditLevel level(CreditRecord... records) {
        return CreditStanding.of(List.of(records)).level();
    }

    private static CreditRecord rating(CreditLevel level, LocalDate day) {
        return record(CreditKind.RATING, null, level, day);
    }

    private static CreditRecord entry(CreditKind kind, Severity severity) {
        return record(kind, severity, severity.bestLevel(), DAY);
    }

    private static CreditRecord record(CreditKind kind, Severity severity, CreditLevel level, LocalDate day) {
        CreditEntry entry =
                new CreditEntry(kind, CreditCategory.LAW_ABIDING, severity, level, day, null, "reason", null, null);
        return new CreditRecord(UUID.randomUUID(), new UUID(0, 1), entry, "anna", NOW);
    }
}
