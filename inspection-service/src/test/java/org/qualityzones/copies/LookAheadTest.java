package org.qualityzones.copies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.catalogue.Catalogue;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.sql.RoundTrip;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Known;

/** Facts of many lines, looked up at once, are those that each line's own look-ups give. */
@QuarkusTest
@WithServers("inspection")
class LookAheadTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final int LINES = 150;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HS_CODES = List.of("9608100000", "9608200000", "9503002100", "85094010");
    private static final List<String> DESTINATIONS = List.of("DE", "US", "JP");
    private static final List<String> USCCS =
            IntStream.range(0, 12).mapToObj(i -> Codes.of("330226", i)).toList();

    private final Random random = new Random(20261122);

    @Inject
    FactsGatherer gatherer;

    @Inject
    Parties parties;

    @Inject
    Catalogue catalogue;

    @Inject
    StateVersions versions;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void know() {
        Database.truncate("daily_seed");
        Known.allIsCurrent();
        for (int i = 0; i < USCCS.size(); i++) {
            String uscc = USCCS.get(i);
            if (i % 4 != 0) {
                Known.enterprise(uscc).inVersion(1);
                Known.enterprise(uscc)
                        .status("ACTIVE")
                        .suspended(i % 3 == 0 ? "ALL" : "STATUTORY")
                        .inVersion(2 + i);
            }
            execute("insert into export_value_day values ('%s', '2026-0%d-01', %d), ('%s', '2024-01-01', 7)"
                    .formatted(uscc, 1 + i % 9, 100_000 * i, uscc));
            execute("insert into export_value_entry (producer, day, usd_cents) values ('%s', '2026-11-0%d', %d)"
                    .formatted(uscc, 1 + i % 9, 1000 * i));
            execute("insert into alert_copy values ('a-%d', '%s', %b, '2026-%02d-01'), ('b', '%s', %b, '2025-01-01')"
                    .formatted(i, uscc, i % 2 == 0, 1 + i % 11, uscc, i % 2 == 0));
            execute(
                    "insert into sampling_state (uscc, hs_heading, state, score, recent, rejected_tightened, changed_at)"
                            + " values ('%s', '%s', '%s', 0, '', 0, now())"
                                    .formatted(
                                            uscc, i % 2 == 0 ? "9608" : "9503", i % 3 == 0 ? "TIGHTENED" : "REDUCED"));
            member(uscc, "zone-" + i % 3, i % 5 != 0);
            member(uscc, "zone-3", i % 2 == 0);
            certificate(i, uscc);
            warning("of-" + i, "'" + uscc + "'", i % 2 == 0 ? "null" : "'9608'", i % 3 == 0 ? "'DE'" : "null");
        }
        warning("goods", "null", "'950300'", "null");
        warning("to", "null", "null", "'JP'");
        for (String table : List.of("registration-regimes", "direct-release-goods")) {
            reference(table, "9608", "");
        }
        reference("registrations", USCCS.get(1), "9608");
        reference("registrations", USCCS.get(2), "9503");
        reference("direct-release-approvals", USCCS.get(3), "");
        reference("exchange-rates", "EUR", "");
        reference("listed-third-parties", "SGS", "");
    }

    @Test
    void shouldGatherOfManyTogetherWhatIsGatheredOfEach() {
        List<DeclaredLine> lines =
                IntStream.range(0, LINES).mapToObj(_ -> line()).toList();
        Set<FactsGatherer.Gathered> different = new HashSet<>();
        QuarkusTransaction.requiringNew().run(() -> {
            FactsGatherer.Setting together = setting(parties.once(Set.copyOf(USCCS)));
            lookAhead(lines, DAY, together.parties());
            for (DeclaredLine line : lines) {
                FactsGatherer.Gathered alone = gatherer.gather(line, setting(parties.once()), null, false);
                assertThat(gatherer.gather(line, together, null, false))
                        .as("%s", line)
                        .isEqualTo(alone);
                different.add(alone);
            }
        });
        assertThat(different).hasSizeGreaterThan(LINES / 2);
        assertThat(different)
                .anySatisfy(each -> assertThat(each.facts().warnings()).hasSizeGreaterThan(1));
        assertThat(different).anySatisfy(each -> assertThat(each.memberOf()).hasSize(2));
        assertThat(different.stream()
                        .map(each -> each.facts().exemption().certificate())
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(1);
    }

    @Test
    void shouldGatherOfOneInOneRoundTripWhatIsGatheredOfItByAndBy() {
        Set<FactsGatherer.Gathered> different = new HashSet<>();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < LINES; i++) {
                DeclaredLine line = line();
                LocalDate today = DAY.plusDays(i % 3);
                FactsGatherer.Setting ahead = setting(today, parties.once());
                lookAhead(List.of(line), today, ahead.parties());
                FactsGatherer.Gathered alone = gatherer.gather(line, setting(today, parties.once()), null, false);
                assertThat(gatherer.gather(line, ahead, null, false))
                        .as("%s on %s", line, today)
                        .isEqualTo(alone);
                different.add(alone);
            }
        });
        assertThat(different).hasSizeGreaterThan(LINES / 2);
    }

    @Test
    void shouldFindWhatWasAskedAheadThoughItChangesMeanwhile() {
        DeclaredLine line = line();
        QuarkusTransaction.requiringNew().run(() -> {
            FactsGatherer.Setting ahead = setting(parties.once());
            lookAhead(List.of(line), DAY, ahead.parties());
            FactsGatherer.Gathered before = gatherer.gather(line, setting(parties.once()), null, false);
            for (String table : List.of(
                    "reference_row",
                    "membership_copy",
                    "risk_warning_copy",
                    "certificate_prefix",
                    "campaign_prefix",
                    "corrective_action",
                    "export_value_day",
                    "export_value_entry",
                    "sampling_state",
                    "alert_copy")) {
                Database.execute("delete from " + table);
            }
            assertThat(gatherer.gather(line, ahead, null, false)).isEqualTo(before);
            assertThat(gatherer.gather(line, setting(parties.once()), null, false))
                    .isNotEqualTo(before);
        });
    }

    private void lookAhead(List<DeclaredLine> lines, LocalDate today, KnownParties known) {
        RoundTrip trip = new RoundTrip(dataSource, "not read");
        Runnable answers = gatherer.lookAhead(trip, lines, DAY, today, known);
        trip.send();
        answers.run();
    }

    private FactsGatherer.Setting setting(KnownParties known) {
        return setting(DAY, known);
    }

    private FactsGatherer.Setting setting(LocalDate today, KnownParties known) {
        return new FactsGatherer.Setting(DAY, today, catalogue.current(), known);
    }

    private DeclaredLine line() {
        String hsCode = any(HS_CODES);
        return new DeclaredLine(
                any(USCCS),
                any(USCCS),
                any(DESTINATIONS),
                "GENERAL_TRADE",
                false,
                random.nextBoolean(),
                false,
                random.nextBoolean() ? List.of() : List.of("SGS", "nobody"),
                hsCode,
                BigDecimal.valueOf(1 + random.nextInt(3)),
                "H87",
                null,
                new BigDecimal("100.00"),
                random.nextBoolean() ? "USD" : "EUR",
                "330226");
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void member(String uscc, String zone, boolean active) {
        execute("insert into membership_copy values ('%s', '%s', %b)".formatted(uscc, zone, active));
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = Instant.now();
            long version = 1 + random.nextInt(1_000_000);
            versions.append(
                    Topics.ZONE,
                    zone,
                    version,
                    now,
                    now,
                    JSON.createObjectNode()
                            .put("code", zone)
                            .put("level", "NATIONAL")
                            .put("status", "ACTIVE")
                            .set("hsPrefixes", JSON.createArrayNode().add("9608")));
            versions.append(
                    Topics.MEMBERSHIP,
                    zone + "/" + uscc,
                    version,
                    now,
                    now,
                    JSON.createObjectNode().put("zone", zone).put("uscc", uscc).put("status", "ACTIVE"));
        });
    }

    private static void certificate(int i, String uscc) {
        String id = "00000000-0000-7000-8000-%012d".formatted(i);
        execute(
                "insert into certificate (id, version, number, status_entry, uscc, area, product, hs_prefixes, standard,"
                        + " status, valid_from, valid_until, issued_at,"
                        + " rectify_by, provenance, source) values ('%s', 1, 'c-%d', %d, '%s', '330226', 'pens',"
                                .formatted(id, i, i, uscc)
                        + " array['9608'], 's', '%s', '2025-01-01', '2026-%02d-25', now(), '2026-12-31', 'SEED', 'test')"
                                .formatted(i % 3 == 0 ? "SUSPENDED" : "VALID", i % 2 == 0 ? 12 : 3));
        execute("insert into certificate_prefix values ('%s', '9608', '%s')".formatted(uscc, id));
    }

    private static void warning(String id, String uscc, String hsPrefix, String destination) {
        execute("insert into risk_warning_copy values ('%s', 3, false, 1, 'TIGHTEN', %s, %s, %s, '2026-11-01', null)"
                .formatted(id, hsPrefix, destination, uscc));
    }

    private static void reference(String table, String key, String subkey) {
        execute(
                "insert into reference_row values ('%s', '%s', '%s', '2026-01-01', null, '1.1', 'CONFIGURED', 'test', now())"
                        .formatted(table, key, subkey));
        execute(
                "insert into reference_row values ('%s', '%s', '%s', '2026-02-01', null, '1.2', 'CONFIGURED', 'test', now())"
                        .formatted(table, key, subkey));
    }

    private static void execute(String sql) {
        Database.execute(sql);
    }
}
