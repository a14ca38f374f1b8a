package org.qualityzones.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final RuleBook.Schedule SCHEDULE = new RuleBook.Schedule(
            List.of(
                    new RuleSets.Entry("2026.1", "a", Instant.EPOCH, null, Instant.EPOCH),
                    new RuleSets.Entry("2026.2", "b", instant("2026-03-01"), instant("2026-05-01"), Instant.EPOCH),
                    new RuleSets.Entry("2026.3", "c", instant("2026-04-01"), instant("2026-04-01"), Instant.EPOCH),
                    new RuleSets.Entry("2026.4", "d", instant("2026-06-01"), null, Instant.EPOCH)),
            Instant.MAX);

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 2026.1",
        "2026-02-28T23:59:59.999999Z, 2026.1",
        "2026-03-01T00:00:00Z, 2026.2",
        "2026-04-15T00:00:00Z, 2026.2",
        "2026-04-30T23:59:59.999999Z, 2026.2",
        "2026-05-01T00:00:00Z, 2026.1",
        "2026-06-01T00:00:00Z, 2026.4"
    })
    void shouldBeGovernedByTheLastOneThatIsNotRetired(Instant declaredAt, String version) {
        assertThat(SCHEDULE.at(declaredAt).version()).isEqualTo(version);
    }

    @Test
    void shouldBeGovernedBySomething() {
        assertThatThrownBy(() -> SCHEDULE.at(Instant.parse("1969-12-31T00:00:00Z")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Instant instant(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
