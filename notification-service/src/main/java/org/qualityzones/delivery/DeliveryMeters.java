package org.qualityzones.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.support.Trouble;
import org.qualityzones.store.Database;

/** Open deliveries by state, and for how long the one that waits longest has been due. */
@Startup
@ApplicationScoped
class DeliveryMeters {

    /** Rows counted at most: a figure at this limit means this many or more. */
    static final int COUNTED = 100_000;

    private final Trouble trouble =
            new Trouble(Logger.getLogger(DeliveryMeters.class), "counting deliveries", Duration.ofMinutes(1));
    private final Database database;
    private final Clock clock;
    private final MultiGauge open;
    private volatile Instant dueSince;

    DeliveryMeters(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.open = MultiGauge.builder("qz.deliveries.open")
                .description("Deliveries not settled: pending or held, counted up to " + COUNTED)
                .register(meters);
        Gauge.builder("qz.deliveries.overdue", this, DeliveryMeters::overdue)
                .baseUnit("seconds")
                .description("For how long the delivery that waits longest has been due")
                .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        trouble.attempt(() -> QuarkusTransaction.requiringNew().run(this::count));
    }

    private void count() {
        List<Row<?>> rows = new ArrayList<>();
        for (Outcome state : List.of(Outcome.PENDING, Outcome.HELD)) {
            rows.add(Row.of(Tags.of("state", state.name()), count(state)));
        }
        open.register(rows, true);
        dueSince = database.first(
                        "SELECT available_at FROM delivery WHERE outcome = 'PENDING' ORDER BY available_at LIMIT 1",
                        row -> row.instant("available_at"))
                .orElse(null);
    }

    private long count(Outcome state) {
        return database.first(
                        "SELECT count(*) AS rows FROM (SELECT FROM delivery WHERE outcome = ? LIMIT ?) AS counted",
                        row -> row.number("rows"),
                        state,
                        COUNTED)
                .orElseThrow();
    }

    private double overdue() {
        Instant since = dueSince;
        Duration waited = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
        return Math.max(0, waited.toMillis()) / 1000.0;
    }
}
