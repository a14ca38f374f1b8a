package org.qualityzones.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.web.CommonProblem;

/** What an unexpected exception means for the client. */
class FailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "40001", "40P01", "55P03"})
    void shouldAskToComeAgainWhenTheDatabaseCannotServeNow(String state) {
        var kind = Failures.classify(new IllegalStateException(new SQLException("secret", state)));

        assertThat(kind).isInstanceOfSatisfying(Failures.Kind.Broken.class, broken -> {
            assertThat(broken.problem().type()).isEqualTo(CommonProblem.UNAVAILABLE);
            assertThat(broken.problem().headers()).containsEntry("Retry-After", "1");
            assertThat(broken.problem().detail()).doesNotContain("secret");
        });
    }

    @Test
    void shouldAskToComeAgainWhenThePoolIsExhausted() {
        var kind = Failures.classify(new IllegalStateException(new SQLException("Sorry, acquisition timeout!")));

        assertThat(kind).isInstanceOfSatisfying(Failures.Kind.Broken.class, broken -> assertThat(
                        broken.problem().type())
                .isEqualTo(CommonProblem.UNAVAILABLE));
    }

    @ParameterizedTest
    @CsvSource({"uq_zone_code, true", "zone_pkey, false", "not_uq_zone, false"})
    void shouldTakeOnlyNaturalKeysForTheClientsFault(String constraint, boolean refused) {
        var kind = Failures.classify(new SQLException(
                "ERROR: duplicate key value violates unique constraint \"" + constraint + "\"", "23505"));

        assertThat(kind instanceof Failures.Kind.Refused).isEqualTo(refused);
    }

    @Test
    void shouldKnowAClientThatWentAway() {
        assertThat(Failures.classify(new IllegalStateException(new ClosedChannelException())))
                .isInstanceOf(Failures.Kind.Gone.class);
        assertThat(Failures.classify(new IOException("Connection reset by peer")))
                .isInstanceOf(Failures.Kind.Gone.class);
    }

    @Test
    void shouldTakeEverythingElseForItsOwnFault() {
        for (Throwable failure : new Throwable[] {
            new NullPointerException(),
            new IllegalArgumentException("x"),
            new SQLException("x", "42P01"),
            new IOException("disk")
        }) {
            assertThat(Failures.classify(failure))
                    .isInstanceOfSatisfying(
                            Failures.Kind.Broken.class,
                            broken -> assertThat(broken.problem().type()).isEqualTo(CommonProblem.INTERNAL));
        }
    }
}
