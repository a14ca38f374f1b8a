package org.qualityzones.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.messaging.Correlation;
import org.qualityzones.messaging.Event;

/** Takes events into the feed, in the transaction of the caller. */
@ApplicationScoped
public class FeedIntake {

    /** Larger changes are left out, so that a message stays below 20 kB. */
    private static final int MAX_CHANGE_BYTES = 16_384;

    private final Feed feed;
    private final EnterpriseAreas areas;
    private final jakarta.enterprise.event.Event<FeedAppended> appended;
    private final Clock clock;

    FeedIntake(Feed feed, EnterpriseAreas areas, jakarta.enterprise.event.Event<FeedAppended> appended, Clock clock) {
        this.feed = feed;
        this.areas = areas;
        this.appended = appended;
        this.clock = clock;
    }

    /** An event of a topic. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(Event event) {
        FeedKeys keys = KeyReader.read(event.topic(), event.key(), event.state());
        append(new FeedEvent(
                0,
                event.id(),
                event.type(),
                event.topic(),
                event.key(),
                event.version(),
                event.validFrom(),
                event.recordedAt(),
                event.requestId(),
                Correlation.traceparent(),
                keys.areas().isEmpty()
                        ? keys.withAreas(keys.usccs().stream()
                                .map(areas::of)
                                .distinct()
                                .sorted()
                                .toList())
                        : keys,
                Optional.empty(),
                bounded(event.change())));
    }

    /** A word of this service to one owner, such as that a subscription was disabled. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(String owner, String type, UUID subject, long version, JsonNode change) {
        append(new FeedEvent(
                0,
                UUID.randomUUID().toString(),
                type,
                "notice",
                subject.toString(),
                version,
                clock.instant(),
                clock.instant(),
                null,
                Correlation.traceparent(),
                FeedKeys.NONE,
                Optional.of(owner),
                change));
    }

    private void append(FeedEvent event) {
        appended.fire(new FeedAppended(feed.append(event, clock.instant())));
    }

    private static JsonNode bounded(JsonNode change) {
        boolean small = change != null && change.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_CHANGE_BYTES;
        return small ? change : JsonNodeFactory.instance.objectNode();
    }
}
