package org.qualityzones.copies;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.catalogue.Catalogue;
import org.qualityzones.reference.ReferenceTable;
import org.qualityzones.reference.References;
import org.qualityzones.sampling.SamplingState;
import org.qualityzones.samplingstate.SamplingStates;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/** Dated tables whose rows are changed in place: what was recorded by an instant equals a plain reading of all changes. */
@QuarkusTest
@WithServers("inspection")
class TablesInTimePropertyTest {

    private static final int CHANGES = 400;
    private static final int CASES = 1_500;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final List<String> KEYS = List.of("EUR", "JPY", "GBP");
    private static final List<String> CODES = List.of("9608100000", "96081000", "960810");
    private static final List<String> STATES = List.of("NORMAL", "TIGHTENED", "REDUCED", "SUSPENDED");

    private final SplittableRandom random = new SplittableRandom(25);
    private final List<Change> changes = new ArrayList<>();

    @Inject
    References references;

    @Inject
    Catalogue catalogue;

    @Inject
    SamplingStates sampling;

    /** A row as it was recorded. @param until null: open */
    private record Change(Instant at, String key, LocalDate from, LocalDate until, String value) {

        boolean isIn(LocalDate day) {
            return !from.isAfter(day) && (until == null || !until.isBefore(day));
        }
    }

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
    }

    @Test
    void shouldReadReferenceTablesAsTheyWereRecorded() throws SQLException {
        record(
                KEYS,
                "insert into reference_row (table_name, key, valid_from, valid_until, value, provenance, source,"
                        + " recorded_at) values ('exchange-rates', '%1$s', '%2$s', %3$s, '%4$s', 'FOUND', 's', '%5$s')"
                        + " on conflict (table_name, key, subkey, valid_from) do update set valid_until = excluded.valid_until,"
                        + " value = excluded.value, recorded_at = excluded.recorded_at");
        QuarkusTransaction.requiringNew().timeout(300).run(() -> {
            for (int i = 0; i < CASES; i++) {
                Instant known = anyInstant();
                LocalDate day = anyDay();
                String key = any(KEYS);
                References.Rows rows =
                        references.knownAt(List.of(new References.Key(ReferenceTable.EXCHANGE_RATES, key)), day, known);
                assertThat(rows.unknown()).isEmpty();
                assertThat(rows.first(ReferenceTable.EXCHANGE_RATES).map(References.Row::value))
                        .as("%s on %s known at %s", key, day, known)
                        .isEqualTo(inForce(key, day, known));
            }
        });
    }

    @Test
    void shouldReadTheCatalogueAsItWasImported() throws SQLException {
        record(
                CODES,
                "insert into catalogue_entry (hs_code, valid_from, valid_until, name, supervision_conditions,"
                        + " inspection_categories, source, recorded_at)"
                        + " values ('%1$s', '%2$s', %3$s, '%4$s', 'B', 'N', 's', '%5$s')"
                        + " on conflict (hs_code, valid_from) do update set valid_until = excluded.valid_until,"
                        + " name = excluded.name, recorded_at = excluded.recorded_at");
        Database.execute("insert into catalogue_version values (1, '" + BEGIN + "', 'test', 1), (2, '"
                + BEGIN.plusSeconds(CHANGES) + "', 'test', 1)");
        QuarkusTransaction.requiringNew().timeout(300).run(() -> {
            for (int i = 0; i < CASES; i++) {
                Instant known = anyInstant();
                LocalDate day = anyDay();
                Catalogue.Known found = catalogue.knownAt(known, "9608100000");
                assertThat(found.whole()).isTrue();
                assertThat(found.snapshot().version()).isEqualTo(known.isBefore(BEGIN) ? 0 : 1);
                assertThat(found.snapshot().find("9608100000", day).map(entry -> entry.name()))
                        .as("on %s known at %s", day, known)
                        .isEqualTo(governing(day, known));
            }
        });
    }

    @Test
    void shouldReadTheSwitchingStateAsItWas() throws SQLException {
        record(
                List.of("U1", "U2"),
                "insert into sampling_state (uscc, hs_heading, state, score, recent,"
                        + " rejected_tightened, changed_at) values ('%1$s', '9608', '%6$s', 0, '', 0, '%5$s')"
                        + " on conflict (uscc, hs_heading) do update set state = excluded.state,"
                        + " changed_at = excluded.changed_at");
        QuarkusTransaction.requiringNew().timeout(300).run(() -> {
            for (int i = 0; i < CASES; i++) {
                Instant known = anyInstant();
                String uscc = any(List.of("U1", "U2", "U3"));
                Optional<String> last = changes.stream()
                        .filter(change -> change.key.equals(uscc) && !change.at.isAfter(known))
                        .max(Comparator.comparing(Change::at))
                        .map(change -> STATES.get(Integer.parseInt(change.value) % STATES.size()));
                assertThat(sampling.at(known, uscc, "9608100000"))
                        .contains(SamplingState.valueOf(last.orElse("NORMAL")));
            }
        });
    }

    @Test
    void shouldSayWhatIsNotOnRecord() {
        Database.execute("insert into reference_row_version (table_name, key, subkey, valid_from, value, recorded_at,"
                + " backfilled) values ('exchange-rates', 'EUR', '', '2020-01-01', '1.1', '2026-02-01', true)");
        Database.execute("insert into catalogue_entry_version (hs_code, valid_from, name, supervision_conditions,"
                + " inspection_categories, source, recorded_at, backfilled)"
                + " values ('9608100000', '2020-01-01', 'n', 'B', 'N', 's', '2026-02-01', true)");
        Database.execute("insert into catalogue_version values (1, '2026-02-01', 'test', 1)");
        Database.execute("insert into sampling_state_version (uscc, hs_heading, state, changed_at, backfilled)"
                + " values ('U1', '9608', 'TIGHTENED', '2026-02-01', true)");
        Instant before = Instant.parse("2026-01-15T00:00:00Z");
        Instant after = Instant.parse("2026-02-15T00:00:00Z");
        List<References.Key> euro = List.of(new References.Key(ReferenceTable.EXCHANGE_RATES, "EUR"));

        assertThat(references.knownAt(euro, DAY, before).unknown()).containsExactly(ReferenceTable.EXCHANGE_RATES);
        assertThat(references.knownAt(euro, DAY, before).rows()).isEmpty();
        assertThat(references.knownAt(euro, DAY, after).unknown()).isEmpty();
        assertThat(references.knownAt(euro, DAY, after).rows()).hasSize(1);
        assertThat(catalogue.knownAt(before, "9608100000").whole()).isFalse();
        assertThat(catalogue.knownAt(before, "9503002100").whole()).isTrue();
        assertThat(sampling.at(before, "U1", "9608100000")).isEmpty();
        assertThat(sampling.at(before, "U1", "9503002100")).contains(SamplingState.NORMAL);
        assertThat(sampling.at(after, "U1", "9608100000")).contains(SamplingState.TIGHTENED);
    }

    /** Of the forms that were recorded by then the newest of each first day; of those in force the latest begun. */
    private Optional<String> inForce(String key, LocalDate day, Instant known) {
        return newest(key, known).stream()
                .filter(change -> change.isIn(day))
                .max(Comparator.comparing(Change::from))
                .map(Change::value);
    }

    private Optional<String> governing(LocalDate day, Instant known) {
        for (String code : CODES) {
            Optional<Change> begun = newest(code, known).stream()
                    .filter(change -> !change.from.isAfter(day))
                    .max(Comparator.comparing(Change::from));
            if (begun.isPresent()) {
                return begun.filter(change -> change.isIn(day)).map(Change::value);
            }
        }
        return Optional.empty();
    }

    private List<Change> newest(String key, Instant known) {
        return changes.stream()
                .filter(change -> change.key.equals(key) && !change.at.isAfter(known))
                .filter(change -> changes.stream()
                        .noneMatch(later -> later.key.equals(key)
                                && later.from.equals(change.from)
                                && !later.at.isAfter(known)
                                && later.at.isAfter(change.at)))
                .toList();
    }

    /** A change a second. */
    private void record(List<String> keys, String sql) throws SQLException {
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < CHANGES; i++) {
                LocalDate from = LocalDate.parse("2026-01-01").plusDays(10L * random.nextInt(12));
                Change change = new Change(
                        BEGIN.plusSeconds(i),
                        any(keys),
                        from,
                        random.nextBoolean() ? null : from.plusDays(random.nextInt(30)),
                        Integer.toString(i));
                changes.add(change);
                statement.addBatch(sql.formatted(
                        change.key,
                        change.from,
                        change.until == null ? "null" : "'" + change.until + "'",
                        change.value,
                        change.at,
                        STATES.get(i % STATES.size())));
            }
            statement.executeBatch();
        }
    }

    private Instant anyInstant() {
        return BEGIN.plusSeconds(random.nextInt(CHANGES) - 5L).plusNanos(1_000L * random.nextInt(2));
    }

    private LocalDate anyDay() {
        return LocalDate.parse("2025-12-25").plusDays(random.nextInt(140));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
