package org.qualityzones.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
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
        var kind = Failures.classify(new IllegalStateException(new SQLException("secret", state)), false);

        assertThat(kind).isInstanceOfSatisfying(Failures.Kind.Broken.class, broken -> {
            assertThat(broken.problem().type()).isEqualTo(CommonProblem.UNAVAILABLE);
            assertThat(broken.problem().headers()).containsEntry("Retry-After", "1");
            assertThat(broken.problem().detail()).doesNotContain("secret");
        });
    }

    @Test
    void shouldAskToComeAgainWhenThePoolIsExhausted() {
        var kind = Failures.classify(new IllegalStateException(new SQLException("Sorry, acquisition timeout!")), false);

        assertThat(kind).isInstanceOfSatisfying(Failures.Kind.Broken.class, broken -> assertThat(
                        broken.problem().type())
                .isEqualTo(CommonProblem.UNAVAILABLE));
    }

    @ParameterizedTest
    @CsvSource({"uq_zone_code, true", "zone_pkey, false", "not_uq_zone, false"})
    void shouldTakeOnlyNaturalKeysForTheClientsFault(String constraint, boolean refused) {
        var kind = Failures.classify(
                new SQLException(
                        "ERROR: duplicate key value violates unique constraint \"" + constraint + "\"", "23505"),
                false);

        assertThat(kind instanceof Failures.Kind.Refused).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({
        "08006, false, OUTCOME_UNKNOWN",
        "57P01, false, OUTCOME_UNKNOWN",
        "08006, true, UNAVAILABLE",
        "57P01, true, UNAVAILABLE",
        "40001, false, UNAVAILABLE",
        "57014, false, UNAVAILABLE",
        "53100, false, UNAVAILABLE",
        "23514, false, INTERNAL"
    })
    void shouldTellWhatIsKnownOfACommitThatFailed(String state, boolean safe, CommonProblem expected) {
        XAException resource = new XAException("local transaction");
        resource.initCause(new SQLException("secret", state));
        RollbackException rollback = new RollbackException("Could not commit transaction.");
        rollback.addSuppressed(resource);

        assertThat(Failures.classify(new IllegalStateException(rollback), safe))
                .isInstanceOfSatisfying(Failures.Kind.Broken.class, broken -> {
                    assertThat(broken.problem().type()).isEqualTo(expected);
                    assertThat(broken.problem().headers().containsKey("Retry-After"))
                            .isEqualTo(expected == CommonProblem.UNAVAILABLE);
                });
    }

    @Test
    void shouldKnowAClientThatWentAway() {
        assertThat(Failures.classify(new IllegalStateException(new ClosedChannelException()), false))
                .isInstanceOf(Failures.Kind.Gone.class);
        assertThat(Failures.classify(new IOException("Connection reset by peer"), false))
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
            assertThat(Failures.classify(failure, false))
                    .isInstanceOfSatisfying(
                            Failures.Kind.Broken.class,
                            broken -> assertThat(broken.problem().type()).isEqualTo(CommonProblem.INTERNAL));
        }
    }
}
