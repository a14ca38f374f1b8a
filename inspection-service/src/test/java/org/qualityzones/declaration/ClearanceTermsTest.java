package org.qualityzones.declaration;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.qualityzones.messaging.UnitOfWork;

class ClearanceTermsTest {

    /** What a scheduled method throws is an ERROR in the log, though the next round makes up for it. */
    @Test
    void shouldWaitForTheNextRoundWhenTheDatabaseIsAway() {
        ClearanceTerms terms = new ClearanceTerms(null, null, null, new DatabaseAway(), Clock.systemUTC());

        assertThatCode(terms::end).doesNotThrowAnyException();
    }

    private static final class DatabaseAway extends UnitOfWork {

        @Override
        public <T> T call(Supplier<T> work) {
            throw new IllegalStateException("no connection");
        }
    }
}
