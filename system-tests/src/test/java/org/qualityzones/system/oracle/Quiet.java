package org.qualityzones.system.oracle;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Whether the suite has dealt with all it knows of: nothing is left to send, to take in, to look at again or to add up. */
public record Quiet(Tables tables, Replays replays) {

    private static final Duration LONGEST = Duration.ofMinutes(4);

    public void await() {
        Awaitility.await("nothing is left to do")
                .atMost(LONGEST)
                .pollDelay(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> replays.lag() == 0 && States.DATABASES.stream().allMatch(this::isSent) && isLookedAt());
    }

    private boolean isSent(String database) {
        return isNone(database, "SELECT 1 FROM outbox WHERE sent_at IS NULL");
    }

    /** Changes of facts are followed up, and export values added up, by sweeps. */
    private boolean isLookedAt() {
        return isNone(
                "qz_inspection",
                "SELECT 1 FROM fact_change WHERE not_before <= now() UNION ALL SELECT 1 FROM export_value_entry");
    }

    private boolean isNone(String database, String sql) {
        return tables.texts(database, "SELECT EXISTS (" + sql + ")::text").equals(List.of("false"));
    }
}
