package org.qualityzones.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.MessagingConfig;
import org.qualityzones.messaging.OutboxBacklog;
import org.qualityzones.messaging.support.Trouble;

/** How many events this instance has published, and how many rows of the outbox wait, the oldest for how long. */
@Startup
@ApplicationScoped
class RelayMetrics {

    private static final Logger LOG = Logger.getLogger(RelayMetrics.class);

    private final DataSource dataSource;
    private final OutboxBacklog limit;
    private final int countedAtMost;
    private final Clock clock;
    private final Counter published;
    private final Trouble trouble = new Trouble(LOG, "outbox figures", Duration.ofMinutes(1));
    private volatile OutboxTable.Backlog backlog = new OutboxTable.Backlog(0, null);

    RelayMetrics(
            DataSource dataSource, OutboxBacklog limit, MessagingConfig config, MeterRegistry meters, Clock clock) {
        this.limit = limit;
        this.countedAtMost = config.relay().backlogLimit();
        this.dataSource = dataSource;
        this.clock = clock;
        this.published = Counter.builder("qz.outbox.published")
                .description("Events acknowledged by the broker")
                .register(meters);
        Gauge.builder("qz.outbox.unsent", this, it -> it.backlog.rows())
                .description("Events recorded and not yet published, counted up to the limit")
                .register(meters);
        Gauge.builder("qz.outbox.age", this, RelayMetrics::age)
                .baseUnit("seconds")
                .description("Age of the oldest event not yet published")
                .register(meters);
    }

    void published(int events) {
        published.increment(events);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        try (var connection = dataSource.getConnection()) {
            backlog = OutboxTable.backlog(connection, countedAtMost);
            limit.counted(backlog.rows());
            trouble.over();
        } catch (SQLException e) {
            trouble.met(e);
        }
    }

    private double age() {
        var oldest = backlog.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
