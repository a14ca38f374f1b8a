package org.qualityzones.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Bounds the complaints of a minute, of one address and of all; what it remembers is bounded by the latter. */
@ApplicationScoped
class ComplaintLimit {

    private static final long WINDOW_SECONDS = 60;

    private final ComplaintConfig config;
    private final Clock clock;
    private final Map<String, Integer> taken = new HashMap<>();
    private long window;
    private int total;

    ComplaintLimit(ComplaintConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Counts one of this address; 429 where there is no room in this minute. */
    synchronized void take(String client) {
        Instant now = clock.instant();
        long current = now.getEpochSecond() / WINDOW_SECONDS;
        if (current != window) {
            window = current;
            taken.clear();
            total = 0;
        }
        if (total >= config.perMinute() || taken.getOrDefault(client, 0) >= config.perClient()) {
            throw Problem.of(CommonProblem.TOO_MANY_REQUESTS, "No more complaints are taken in this minute")
                    .retryAfter(Duration.ofSeconds(WINDOW_SECONDS - now.getEpochSecond() % WINDOW_SECONDS));
        }
        taken.merge(client, 1, Integer::sum);
        total++;
    }
}
