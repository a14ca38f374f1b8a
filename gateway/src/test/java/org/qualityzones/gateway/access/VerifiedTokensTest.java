package org.qualityzones.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.qualityzones.gateway.TestConfig;

class VerifiedTokensTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final SetClock clock = new SetClock();
    private final VerifiedTokens tokens =
            new VerifiedTokens(TestConfig.with("token-cache.max-age", "60s").tokenCache(), clock);

    private static final class SetClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void shouldRememberATokenForTheConfiguredTime() {
        tokens.remember("a.b.c", new VerifiedToken("client", START.plus(Duration.ofHours(1))));
        clock.now = START.plusSeconds(59);
        assertThat(tokens.find("a.b.c")).isPresent();
        assertThat(tokens.find("a.b.d")).isEmpty();
        clock.now = START.plusSeconds(61);
        assertThat(tokens.find("a.b.c")).isEmpty();
    }

    @Test
    void shouldForgetATokenWhenItExpires() {
        tokens.remember("a.b.c", new VerifiedToken("client", START.plusSeconds(10)));
        clock.now = START.plusSeconds(9);
        assertThat(tokens.find("a.b.c")).isPresent();
        clock.now = START.plusSeconds(10);
        assertThat(tokens.find("a.b.c")).isEmpty();
    }

    @Test
    void shouldNeverTakeATokenThatHasExpiredAlready() {
        tokens.remember("a.b.c", new VerifiedToken("client", START.minusSeconds(1)));
        assertThat(tokens.find("a.b.c")).isEmpty();
    }
}
