package org.qualityzones.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.WithServers;

/** Runs with the rights of the app role, as the service does. */
@WithServers("messaging")
class PurgeTest {

    private Bench bench;

    @BeforeEach
    void open() throws SQLException, IOException {
        bench = Bench.open(PurgeTest.class);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void shouldRemoveWhatIsDoneWithForLongAndNothingElse() throws SQLException {
        Ledger ledger = new Ledger("qz.zone");
        for (int i = 0; i < 2_500; i++) {
            ledger.write(bench.dataSource().getConnection(), "sent").commit();
        }
        execute("update outbox set sent_at = now()");
        ledger.write(bench.dataSource().getConnection(), "unsent").commit();
        execute("insert into inbox select 'consumer', n::text, now() from generate_series(1, 1500) n");

        purgeAfter(Duration.ofHours(23));
        assertThat(count("outbox")).isEqualTo(2_501);

        purgeAfter(Duration.ofHours(25));
        assertThat(count("outbox")).isEqualTo(1);
        assertThat(count("inbox")).isEqualTo(1_500);

        purgeAfter(Duration.ofDays(31));
        assertThat(count("outbox")).isEqualTo(1);
        assertThat(count("inbox")).isZero();
    }

    private void purgeAfter(Duration age) {
        Clock later = Clock.fixed(Instant.now().plus(age), ZoneOffset.UTC);
        new Purge(bench.dataSource(), later, RelayOutageTest.config()).run();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = bench.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (var connection = bench.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
