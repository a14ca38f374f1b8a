package org.qualityzones.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Failure strategy {@code hold} of the Kafka connector. The inbox deals with every record, so only a record cut off by the
 * end of the service arrives here: it stays unacknowledged and comes again after the next start.
 */
final class Hold implements KafkaFailureHandler {

    private static final Logger LOG = Logger.getLogger(Hold.class);

    private final String channel;

    private Hold(String channel) {
        this.channel = channel;
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
        LOG.infof(
                "held: channel=%s partition=%d offset=%d: %s",
                channel, record.getPartition(), record.getOffset(), reason.getMessage());
        return Uni.createFrom().nothing();
    }

    /** Makes the strategy for each channel. */
    @ApplicationScoped
    @Identifier("hold")
    static class Factory implements KafkaFailureHandler.Factory {

        @Override
        public KafkaFailureHandler create(
                KafkaConnectorIncomingConfiguration config,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            return new Hold(config.getChannel());
        }
    }
}
