package org.qualityzones.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.support.Trouble;

/**
 * Letters that are open, how far each consumer is behind, and the age of each topic's copies. Labels are names of consumers
 * and topics: as many as the service has.
 */
@ApplicationScoped
class MessagingMetrics {

    private static final Logger LOG = Logger.getLogger(MessagingMetrics.class);

    private final PositionsTable positions;
    private final Freshness freshness;
    private final Instance<EventConsumer> consumers;
    private final Clock clock;
    private final MultiGauge letters;
    private final MultiGauge lag;
    private final MultiGauge copies;
    private final Trouble trouble = new Trouble(LOG, "figures of parked letters", Duration.ofMinutes(1));

    MessagingMetrics(
            PositionsTable positions,
            Freshness freshness,
            @Any Instance<EventConsumer> consumers,
            Clock clock,
            MeterRegistry meters) {
        this.positions = positions;
        this.freshness = freshness;
        this.consumers = consumers;
        this.clock = clock;
        this.letters = MultiGauge.builder("qz.parked.letters")
                .description("Letters parked or waiting behind one")
                .register(meters);
        this.lag = MultiGauge.builder("qz.consumer.lag")
                .description("Events of a topic that a consumer has not dealt with")
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
            lag.register(lags(positions.applied()), true);
            trouble.over();
        } catch (SQLException e) {
            trouble.met(e);
        }
        Instant now = clock.instant();
        List<Row<?>> ages = new ArrayList<>();
        freshness.copied().forEach(topic -> ages.add(Row.of(Tags.of("topic", topic), age(topic, now))));
        copies.register(ages, true);
    }

    private List<Row<?>> lags(Map<String, Map<String, Map<Integer, Long>>> applied) {
        List<Row<?>> rows = new ArrayList<>();
        for (EventConsumer consumer : consumers) {
            Map<Integer, Long> own =
                    applied.getOrDefault(consumer.topic(), Map.of()).getOrDefault(consumer.name(), Map.of());
            Tags tags = Tags.of("consumer", consumer.name(), "topic", consumer.topic());
            rows.add(Row.of(tags, freshness.behind(consumer.topic(), own)));
        }
        return rows;
    }

    private double age(String topic, Instant now) {
        Instant currentAt = freshness.currentAt(topic);
        return currentAt.equals(Instant.MIN)
                ? Double.POSITIVE_INFINITY
                : Duration.between(currentAt, now).toMillis() / 1000.0;
    }
}
