package org.qualityzones.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("inspection")
class RoundTripTest {

    private static final Query.Reading<Integer> NUMBER = row -> row.getInt(1);

    @Inject
    DataSource dataSource;

    @Test
    void shouldGiveEachItsOwnAnswer() {
        for (int often = 0; often < 20; often++) {
            int more = often;
            QuarkusTransaction.requiringNew().run(() -> {
                UUID id = UUID.randomUUID();
                RoundTrip trip = trip();
                Supplier<Integer> one = trip.ask(Query.one("select ? + 1", NUMBER, more));
                Supplier<Optional<Integer>> none = trip.ask(Query.first("select 1 where ? < 0", NUMBER, more));
                Supplier<List<String>> texts = trip.ask(Query.all(
                        "select t || ? from unnest(?) t order by t desc",
                        row -> row.getString(1),
                        "!",
                        List.of("a", "b")));
                Supplier<Optional<UUID>> array = trip.ask(Query.first(
                        "select id from unnest(?::uuid[]) id",
                        row -> row.getObject(1, UUID.class),
                        new Query.ArrayOf("uuid", List.of(id))));
                Supplier<Integer> last = trip.ask(Query.one("select ?::int * 2", NUMBER, more));

                assertThat(last.get()).isEqualTo(2 * more);
                assertThat(one.get()).isEqualTo(more + 1);
                assertThat(none.get()).isEmpty();
                assertThat(texts.get()).containsExactly("b!", "a!");
                assertThat(array.get()).contains(id);
            });
        }
    }

    @Test
    void shouldShowALaterOneWhatAnEarlierOneWrote() {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = dataSource.getConnection();
                    Statement create = connection.createStatement()) {
                create.execute("create temporary table tried (n int) on commit drop");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            RoundTrip trip = trip();
            trip.ask(Query.one("insert into tried values (?) returning n", NUMBER, 7));
            Supplier<Integer> seen = trip.ask(Query.one("select n from tried", NUMBER));

            assertThat(seen.get()).isEqualTo(7);
        });
    }

    @Test
    void shouldTellThatAnyOfThemFails() {
        RoundTrip trip = trip();
        Supplier<Integer> well = trip.ask(Query.one("select 1", NUMBER));
        trip.ask(Query.one("select 1 / ?", NUMBER, 0));

        assertThatIllegalStateException().isThrownBy(well::get).withMessage("not read");
        assertThatIllegalStateException().as("again").isThrownBy(well::get).withMessage("not read");
    }

    @Test
    void shouldTakeNothingMoreOnceSent() {
        RoundTrip trip = trip();
        trip.ask(Query.one("select 1", NUMBER));
        trip.send();

        assertThatIllegalStateException().isThrownBy(() -> trip.ask(Query.one("select 2", NUMBER)));
    }

    @Test
    void shouldAskNothingWhereNothingWasAsked() {
        trip().send();
    }

    private RoundTrip trip() {
        return new RoundTrip(dataSource, "not read");
    }
}
