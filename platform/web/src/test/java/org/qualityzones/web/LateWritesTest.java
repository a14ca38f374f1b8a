package org.qualityzones.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.WithServers;

/** Rows of a table that the transaction itself makes, so that only it sees them. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class LateWritesTest {

    private static final String INTO = "insert into tried (name, id)";

    @Inject
    LateWrites writes;

    @Inject
    DataSource dataSource;

    @Test
    void shouldWriteAtOnceWhereNothingIsToCome() {
        inTransaction(() -> {
            writes.insert(INTO, rows("a", "b"));
            assertThat(written()).containsExactly("a", "b");
            writes.write("update tried set name = name || ?", "!");
            assertThat(written()).containsExactly("a!", "b!");
        });
    }

    @Test
    void shouldWriteInTheirOrderWhatWaits() {
        for (int often = 0; often < 10; often++) {
            inTransaction(() -> {
                writes.begin();
                writes.insert(INTO, rows("a", null));
                writes.insert(INTO, rows("b"));
                writes.write(
                        "insert into tried (name) select * from unnest(?::text[])", (Object) new String[] {"c", "d"});
                writes.write("update tried set name = 'x' where name = ?", "b");
                assertThat(written()).isEmpty();

                assertThat(writes.flush("insert into tried (name) values (?), (?)", "e", "f"))
                        .isEqualTo(2);

                assertThat(written()).containsExactly("a", null, "x", "c", "d", "e", "f");
            });
        }
    }

    @Test
    void shouldTellHowManyRowsTheLastOneChanged() {
        inTransaction(() -> {
            writes.begin();
            writes.insert(INTO, rows("a", "b", "c"));
            assertThat(writes.flush("update tried set name = ? where name = ?", "z", "nobody"))
                    .isZero();
        });
    }

    @Test
    void shouldWriteWhatWaitsBeforeABatch() {
        inTransaction(() -> {
            writes.begin();
            writes.insert(INTO, rows("first"));
            String[] many = Stream.iterate("m", name -> name + "m")
                    .limit(LateWrites.FEW + 1)
                    .toArray(String[]::new);
            writes.insert(INTO, rows(many));
            List<String> all = new ArrayList<>(List.of("first"));
            all.addAll(Arrays.asList(many));
            assertThat(written()).isEqualTo(all);

            writes.insert(INTO, rows("last"));
            assertThat(written()).isEqualTo(all);
            writes.flush("insert into tried (name) values (?)", "answer");
            all.addAll(List.of("last", "answer"));
            assertThat(written()).isEqualTo(all);
        });
    }

    @Test
    void shouldLetNothingOfAnotherTransactionWait() {
        inTransaction(writes::begin);
        inTransaction(() -> {
            writes.insert(INTO, rows("a"));
            assertThat(written()).containsExactly("a");
        });
    }

    @Test
    void shouldFailWithTheOneThatFails() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    writes.begin();
                    writes.insert("insert into nowhere (name)", List.<Object[]>of(new Object[] {"a"}));
                    writes.flush("insert into tried (name) values (?)", "b");
                }))
                .hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void shouldTakeNoRowsForNothing() {
        inTransaction(() -> {
            writes.insert(INTO, List.of());
            writes.begin();
            writes.insert(INTO, List.of());
            assertThat(writes.flush("insert into tried (name) values (?)", "a")).isEqualTo(1);
        });
    }

    private static List<Object[]> rows(String... names) {
        return Arrays.stream(names)
                .map(name -> new Object[] {name, UUID.randomUUID()})
                .toList();
    }

    private void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = dataSource.getConnection();
                    Statement create = connection.createStatement()) {
                create.execute("create temporary table tried"
                        + " (place int generated always as identity, name text, id uuid) on commit drop");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            work.run();
        });
    }

    private List<String> written() {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select name from tried order by place")) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
