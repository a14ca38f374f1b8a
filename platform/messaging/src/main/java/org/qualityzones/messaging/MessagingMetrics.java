package org.qualityzones.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.support.Trouble;

/** Letters that are open, and the age of each topic's copies. */
@ApplicationScoped
class MessagingMetrics {

    private static final Logger LOG = Logger.getLogger(MessagingMetrics.class);

    private final PositionsTable positions;
    private final Freshness freshness;
    private final Clock clock;
    private final MultiGauge letters;
    private final MultiGauge copies;
    private final Trouble trouble = new Trouble(LOG, "figures of parked letters", Duration.ofMinutes(1));

    MessagingMetrics(PositionsTable positions, Freshness freshness, Clock clock, MeterRegistry meters) {
        this.positions = positions;
        this.freshness = freshness;
        this.clock = clock;
        this.letters = MultiGauge.builder("qz.parked.letters")
                .description("Letters parked or waiting behind one")
                .register(meters);
        this.copies = MultiGauge.builder("qz.copy.age")
                .baseUnit("seconds")
                .description("For how long a topic's copies have not been known to be complete")
                .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        try {
            List<Row<?>> rows = new ArrayList<>();
            for (PositionsTable.OpenLetters open : positions.openLetters()) {
                Tags tags = Tags.of(
                        "consumer", open.consumer(), "state", open.state().toLowerCase(Locale.ROOT));
                rows.add(Row.of(tags, open.count()));
            }
            letters.register(rows, true);
            trouble.over();
        } catch (SQLException e) {
            trouble.met(e);
        }
        Instant now = clock.instant();
        List<Row<?>> ages = new ArrayList<>();
        freshness.topics().forEach(topic -> ages.add(Row.of(Tags.of("topic", topic), age(topic, now))));
        copies.register(ages, true);
    }

    private double age(String topic, Instant now) {
        Instant currentAt = freshness.currentAt(topic);
        return currentAt.equals(Instant.MIN)
                ? Double.POSITIVE_INFINITY
                : Duration.between(currentAt, now).toMillis() / 1000.0;
    }
}
