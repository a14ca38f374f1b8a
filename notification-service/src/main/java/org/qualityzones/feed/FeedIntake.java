package org.qualityzones.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
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

    /** Events of a topic, which get their places in this order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(List<Event> events) {
        Iterator<FeedKeys> keys = areas.complete(events.stream()
                        .map(event -> KeyReader.read(event.topic(), event.key(), event.state()))
                        .toList())
                .iterator();
        append(events.stream().map(event -> entry(event, keys.next())).toList());
    }

    /** A word of this service to one owner, such as that a subscription was disabled. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(String owner, String type, UUID subject, long version, JsonNode change) {
        append(List.of(new FeedEvent(
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
                change)));
    }

    private void append(List<FeedEvent> events) {
        appended.fire(new FeedAppended(feed.append(events, clock.instant())));
    }

    private static FeedEvent entry(Event event, FeedKeys keys) {
        return new FeedEvent(
                0,
                event.id(),
                event.type(),
                event.topic(),
                event.key(),
                event.version(),
                event.validFrom(),
                event.recordedAt(),
                event.requestId(),
                event.traceparent(),
                keys,
                Optional.empty(),
                bounded(event.change()));
    }

    private static JsonNode bounded(JsonNode change) {
        boolean small = change != null && change.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_CHANGE_BYTES;
        return small ? change : JsonNodeFactory.instance.objectNode();
    }
}
