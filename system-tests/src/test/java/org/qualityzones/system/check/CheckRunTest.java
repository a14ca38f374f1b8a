package org.qualityzones.system.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Expected;
import org.qualityzones.system.oracle.Looking;
import org.qualityzones.system.oracle.Observed;
import org.qualityzones.system.oracle.Tampering;
import org.qualityzones.system.oracle.Topic;

/** What the table of checks says of a check that fails, and of one that never looked. */
class CheckRunTest {

    private static final Duration SHORT = Duration.ofMillis(10);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String USCC = "91330226TEST000001";
    private static final String DECLARATION = "d-1";
    private static final Expected.Stream ENTERPRISE = new Expected.Stream("qz.enterprise", USCC);
    private static final Expected.Stream DECLARED = new Expected.Stream("qz.declaration", DECLARATION);

    private final Expected expected = expected();
    private final CheckRun run = new CheckRun();

    @Test
    void shouldSayThatNothingIsLostOnceItLooked() {
        new Looking(LONG, run::found).untilNothing("good data", new Comparison(expected, good())::findings);

        CheckRun.Row row = run.row("A1", "GoodST.should", null);
        assertThat(List.of(row.lost(), row.doubled(), row.outOfOrder())).containsOnly(0);
        assertThat(row.verdict()).isEqualTo("holds");
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountWhatTheLastLookFound(Tampering tampering) {
        Comparison spoilt = new Comparison(expected, tampering.spoil(good()));

        Throwable failure =
                catchThrowable(() -> new Looking(SHORT, run::found).untilNothing("spoilt data", spoilt::findings));

        CheckRun.Row row = run.row("A1", "SpoiltST.should", failure);
        assertThat(row.verdict()).isEqualTo("FAILS");
        assertThat(spoilt.findings()).extracting(Comparison.Finding::check).contains(tampering.foundBy());
        assertThat(row.lost() + row.doubled() + row.outOfOrder())
                .isEqualTo(spoilt.findings().size())
                .isPositive();
        String name = tampering.name();
        assertThat(row.lost() > 0).isEqualTo(isLoss(name));
        assertThat(row.doubled() > 0).isEqualTo(isSurplus(name) || name.endsWith("_OTHER"));
        assertThat(row.outOfOrder() > 0).isEqualTo(name.startsWith("EVENT"));
    }

    /** An event that is missing or there twice also breaks the sequence of its key, and others do not agree with it. */
    private static boolean isLoss(String name) {
        return name.endsWith("_LOST")
                || name.endsWith("_BEHIND")
                || name.endsWith("_OTHER")
                || name.equals("EVENT_TWICE");
    }

    private static boolean isSurplus(String name) {
        return name.endsWith("_TWICE") || name.endsWith("_SURPLUS") || name.equals("EVENT_LOST");
    }

    @Test
    void shouldNotSayZeroWhereNobodyLooked() {
        run.runs(7);
        run.faults(2);

        CheckRun.Row row = run.row("B2", "SilentST.should", null);
        assertThat(row.lost()).isNull();
        assertThat(row.doubled()).isNull();
        assertThat(row.outOfOrder()).isNull();
        assertThat(row.p99()).isNull();
        assertThat(row.bar()).isNull();
    }

    @Test
    void shouldNameTimesWithTheirBars() {
        run.recovered(List.of(Duration.ofMillis(100), Duration.ofMillis(11_000)));
        run.took("exit", Duration.ofSeconds(25), List.of(Duration.ofMillis(900)));

        CheckRun.Row row = run.row("A1", "TimedST.should", null);
        assertThat(row.p50()).isEqualTo(100);
        assertThat(row.p99()).isEqualTo(11_000);
        assertThat(row.bar()).isEqualTo(10_000);
        assertThat(row.spans()).containsExactly(new CheckRun.Span("exit", 900L, 900L, 25_000L));
    }

    private static Expected expected() {
        Expected expected = new Expected();
        expected.event(ENTERPRISE.topic(), USCC, "enterprise.registered", USCC);
        expected.event(ENTERPRISE.topic(), USCC, "enterprise.amended", USCC);
        expected.audit("enterprise.register", USCC);
        expected.audit("enterprise.amend", USCC);
        expected.event(DECLARED.topic(), DECLARATION, "declaration.decided", USCC);
        expected.audit("declaration.file", DECLARATION);
        expected.outcome(DECLARATION, "RELEASE");
        return expected;
    }

    private static Observed good() {
        return new Observed(
                List.of(
                        event(ENTERPRISE, "e-1", "enterprise.registered", 1),
                        event(ENTERPRISE, "e-2", "enterprise.amended", 2),
                        event(DECLARED, "e-3", "declaration.decided", 1)),
                Map.of(ENTERPRISE, 2L, DECLARED, 1L),
                List.of("enterprise.register " + USCC, "enterprise.amend " + USCC, "declaration.file " + DECLARATION),
                List.of(USCC + " e-1", USCC + " e-2", USCC + " e-3"),
                List.of("e-1", "e-2", "e-3"),
                List.of("e-1", "e-2", "e-3"),
                Map.of(ENTERPRISE, List.of(1L, 2L)),
                Map.of(DECLARATION, "RELEASE"));
    }

    private static Topic.Event event(Expected.Stream stream, String id, String type, long version) {
        return new Topic.Event(
                stream.topic(), id, "org.qualityzones." + type + ".v1", stream.key(), version, "request", "trace");
    }
}
