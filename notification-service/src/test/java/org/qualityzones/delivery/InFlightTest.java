package org.qualityzones.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final String TARGET = "https://example.com:443";

    @Test
    void shouldNeverPassTheShareOfATarget() {
        InFlight inFlight = new InFlight(100, 8);
        int claimed = 0;
        while (!inFlight.busy().contains(TARGET)) {
            for (int i = 0; i < inFlight.perClaim(); i++) {
                inFlight.begin(TARGET);
                claimed++;
            }
        }

        assertThat(claimed).isEqualTo(8);
        assertThat(inFlight.free()).isEqualTo(92);
    }

    @Test
    void shouldClaimAgainWhenAttemptsEnd() {
        InFlight inFlight = new InFlight(100, 2);
        inFlight.begin(TARGET);
        inFlight.begin(TARGET);
        assertThat(inFlight.busy()).containsExactly(TARGET);

        inFlight.end(TARGET);

        assertThat(inFlight.busy()).isEmpty();
    }

    @Test
    void shouldLeaveASubscriberAloneForAsLongAsItAsked() {
        InFlight inFlight = new InFlight(100, 8);
        UUID subscription = UUID.randomUUID();

        inFlight.quiet(subscription, NOW.plusSeconds(60));
        inFlight.quiet(subscription, NOW.plusSeconds(5));

        assertThat(inFlight.quiet(NOW.plusSeconds(59))).containsExactly(subscription.toString());
        assertThat(inFlight.quiet(NOW.plusSeconds(60))).isEmpty();
    }
}
