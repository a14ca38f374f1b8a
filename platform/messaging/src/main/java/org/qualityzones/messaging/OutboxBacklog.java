package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Refuses new events once too many wait for the broker: 503 and try later instead of a disk that fills up. */
@ApplicationScoped
public class OutboxBacklog {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final long limit;
    private volatile long rows;

    public OutboxBacklog(MessagingConfig config) {
        this.limit = config.relay().backlogLimit();
    }

    /** Rows unsent, as counted last. */
    public void counted(long unsent) {
        rows = unsent;
    }

    void requireRoom() {
        if (rows >= limit) {
            throw Problem.of(CommonProblem.UNAVAILABLE, "Too many events wait to be published")
                    .retryAfter(RETRY_AFTER);
        }
    }
}
