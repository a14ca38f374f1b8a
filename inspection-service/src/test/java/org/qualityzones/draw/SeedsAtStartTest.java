package org.qualityzones.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("inspection")
class SeedsAtStartTest {

    @Test
    void shouldHaveCommittedToTodayAndTomorrowBeforeTheFirstRequest() {
        String today = "(now() at time zone 'Asia/Shanghai')::date";

        assertThat(Database.number("select count(*) from daily_seed where day in (" + today + ", " + today + " + 1)"))
                .isEqualTo(2);
    }
}
