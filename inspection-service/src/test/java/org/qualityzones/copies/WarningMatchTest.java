package org.qualityzones.copies;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("inspection")
class WarningMatchTest {

    private static final int WARNINGS = 600;
    private static final int LINES = 200;
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final List<String> GRAVEST_FIRST = List.of("BAN", "SUSPEND", "TIGHTEN");
    private static final List<String> HS_CODES = List.of("9608100000", "9608200000", "9503002100", "85094010");

    private final Random random = new Random(3);
    private final List<Warning> warnings = new ArrayList<>();

    @Inject
    RiskWarningCopies copies;

    /** A warning as its definition reads: all parts that are given match. */
    private record Warning(
            String id,
            boolean lifted,
            int level,
            String measure,
            String hsPrefix,
            String destination,
            String uscc,
            LocalDate from,
            LocalDate until) {

        boolean concerns(String hsCode, String to, List<String> parties) {
            return !lifted
                    && !from.isAfter(DAY)
                    && (until == null || !until.isBefore(DAY))
                    && (hsPrefix == null || hsCode.startsWith(hsPrefix))
                    && (destination == null || destination.equals(to))
                    && (uscc == null || parties.contains(uscc));
        }
    }

    @BeforeEach
    void warn() {
        Database.truncate("daily_seed");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < WARNINGS; i++) {
            int parts = 1 + random.nextInt(7);
            String hsCode = any(HS_CODES);
            Warning warning = new Warning(
                    "w-" + i,
                    random.nextInt(8) == 0,
                    1 + random.nextInt(3),
                    any(GRAVEST_FIRST),
                    (parts & 1) == 0 ? null : hsCode.substring(0, 2 * (1 + random.nextInt(hsCode.length() / 2))),
                    (parts & 2) == 0 ? null : any(List.of("DE", "US", "JP")),
                    (parts & 4) == 0 ? null : any(List.of("U1", "U2", "U3")),
                    DAY.plusDays(random.nextInt(5) - 3L),
                    random.nextBoolean() ? null : DAY.plusDays(random.nextInt(5) - 2L));
            warnings.add(warning);
            rows.add("('%s', 1, %s, %d, '%s', %s, %s, %s, '%s', %s)"
                    .formatted(
                            warning.id,
                            warning.lifted,
                            warning.level,
                            warning.measure,
                            quoted(warning.hsPrefix),
                            quoted(warning.destination),
                            quoted(warning.uscc),
                            warning.from,
                            quoted(warning.until)));
        }
        Database.execute("insert into risk_warning_copy values " + String.join(", ", rows));
    }

    @Test
    void shouldFindEachWarningOnceThatConcernsALineGravestFirst() {
        int found = 0;
        Set<RiskWarningCopies.Scope> together = new HashSet<>();
        Map<RiskWarningCopies.Scope, List<String>> alone = new HashMap<>();
        for (int i = 0; i < LINES; i++) {
            String hsCode = any(HS_CODES);
            String destination = any(List.of("DE", "US", "FR"));
            List<String> parties = List.of(any(List.of("U1", "U2", "U4")), any(List.of("U1", "U3")));
            var scope = new RiskWarningCopies.Scope(parties.getFirst(), parties.getLast(), hsCode, destination);

            List<String> matching = copies.matching(DAY, scope, Moment.NOW).stream()
                    .map(RiskWarningCopies.Match::id)
                    .toList();
            together.add(scope);
            alone.put(scope, matching);

            assertThat(matching)
                    .as("%s to %s of %s", hsCode, destination, parties)
                    .containsExactlyElementsOf(warnings.stream()
                            .filter(warning -> warning.concerns(hsCode, destination, parties))
                            .sorted(Comparator.comparing((Warning warning) -> GRAVEST_FIRST.indexOf(warning.measure))
                                    .thenComparing(Warning::level)
                                    .thenComparing(Warning::id))
                            .map(Warning::id)
                            .toList());
            found += matching.size();
        }
        assertThat(found).isGreaterThan(LINES);
        assertThat(copies.matching(DAY, together)).allSatisfy((scope, matches) -> assertThat(matches)
                .extracting(RiskWarningCopies.Match::id)
                .as("%s", scope)
                .containsExactlyElementsOf(alone.get(scope)));
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String quoted(Object value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
