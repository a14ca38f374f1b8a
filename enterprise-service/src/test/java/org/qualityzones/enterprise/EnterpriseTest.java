package org.qualityzones.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qualityzones.web.codes.LocalizedName;

class EnterpriseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Instant MORNING = Instant.parse("2026-11-21T01:00:00Z");

    private final Enterprise enterprise = new Enterprise(new UUID(1, 1), FictitiousUscc.of("330226", 1));

    @Test
    void shouldTellWhichParticularsChanged() {
        Particulars first = particulars("宁海文具厂", "330226");
        assertThat(enterprise.describe(first)).containsExactly("name", "areaCode", "address");
        assertThat(enterprise.describe(first)).isEmpty();
        assertThat(enterprise.describe(particulars("宁海文具厂", "330282"))).containsExactly("areaCode");
    }

    @Test
    void shouldCountAsSuspendedUntilTheLastDayIsOver() {
        enterprise.suspend(new Suspension(SuspensionScope.ALL, TODAY, TODAY, "returned"));
        assertThat(enterprise.stage(TODAY)).isEqualTo("SUSPENDED");
        assertThat(enterprise.stage(TODAY.plusDays(1))).isEqualTo("ACTIVE");
    }

    @Test
    void shouldEndRectificationAndSuspensionTogether() {
        enterprise.orderRectification();
        enterprise.suspend(new Suspension(SuspensionScope.STATUTORY, TODAY, null, "returned"));
        enterprise.reinstate();
        assertThat(enterprise.stage(TODAY)).isEqualTo("ACTIVE");
        assertThat(enterprise.suspension()).isEmpty();
    }

    @Test
    void shouldNeverBeInForceBeforeTheVersionItFollows() {
        enterprise.raise(MORNING, MORNING);
        enterprise.raise(MORNING.minusSeconds(3600), MORNING.plusSeconds(60));
        assertThat(enterprise.version()).isEqualTo(2);
        assertThat(enterprise.validFrom()).isEqualTo(MORNING);
        assertThat(enterprise.recordedAt()).isEqualTo(MORNING.plusSeconds(60));
    }

    @Test
    void shouldTakeTitlesOverOnce() {
        List<Title> titles = List.of(new Title("DEMONSTRATION", "ninghai-stationery", TODAY, null));
        assertThat(enterprise.entitle(titles)).isTrue();
        assertThat(enterprise.entitle(titles)).isFalse();
    }

    private static Particulars particulars(String name, String area) {
        return new Particulars(new LocalizedName(name, null), area, "宁海县", null, null);
    }
}
