package org.qualityzones.messaging.relay;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.MessagingConfig;
import org.qualityzones.messaging.support.Timestamps;
import org.qualityzones.messaging.support.Trouble;

/** Removes rows of outbox and inbox that are done with, in small batches. */
@ApplicationScoped
class Purge {

    private static final Logger LOG = Logger.getLogger(Purge.class);
    private static final int BATCH = 1_000;
    private static final int BATCHES = 100;
    private static final String OUTBOX = """
            delete from outbox where position in
            (select position from outbox where sent_at < ? order by sent_at limit ? for update skip locked)""";
    private static final String INBOX = """
            delete from inbox where ctid in
            (select ctid from inbox where received_at < ? limit ?)""";

    private final DataSource dataSource;
    private final Clock clock;
    private final MessagingConfig.Retention keep;
    private final Trouble trouble = new Trouble(LOG, "purge", Duration.ofMinutes(10));

    Purge(DataSource dataSource, Clock clock, MessagingConfig config) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.keep = config.keep();
    }

    @Scheduled(every = "60s", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        try {
            remove(OUTBOX, keep.outbox());
            remove(INBOX, keep.inbox());
            trouble.over();
        } catch (SQLException e) {
            trouble.met(e);
        }
    }

    private void remove(String sql, Duration age) throws SQLException {
        Instant before = clock.instant().minus(age);
        int batches = 0;
        while (removeBatch(sql, before) == BATCH && batches < BATCHES) {
            batches++;
        }
    }

    private int removeBatch(String sql, Instant before) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var delete = connection.prepareStatement(sql)) {
            delete.setObject(1, Timestamps.of(before));
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        }
    }
}
