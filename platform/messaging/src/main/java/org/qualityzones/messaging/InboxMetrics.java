package org.qualityzones.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts what became of the records received, by consumer and outcome. */
@ApplicationScoped
class InboxMetrics {

    private final MeterRegistry meters;

    InboxMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String consumer, Outcome outcome) {
        meters.counter(
                        "qz.inbox.events",
                        "consumer",
                        consumer,
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    enum Outcome {
        APPLIED,
        /** Applied, and a parked letter of the key is superseded by it. */
        SUPERSEDING,
        DUPLICATE,
        /** Below a version that is applied. */
        OLDER,
        /** Of a type that the consumer does not take in. */
        SKIPPED,
        PARKED,
        WAITING,
        RETRIED
    }
}
