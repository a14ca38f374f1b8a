package org.qualityzones.trial;

import java.time.Instant;
import java.util.UUID;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventJson;

/** Events as the inbox reads them. */
public final class Events {

    private static final Instant AT = Instant.parse("2026-11-21T08:30:00.123456Z");

    private Events() {}

    /** An event that was caused by a request of its own in a trace of its own. */
    public static Event of(String topic, String type, String key, String state) {
        return of(topic, type, key, "{\"origin\":\"API\"}", state);
    }

    /** The same with what changed. */
    public static Event of(String topic, String type, String key, String change, String state) {
        UUID id = UUID.randomUUID();
        String trace = id.toString().replace("-", "");
        return new Event(
                id.toString(),
                type,
                topic,
                key,
                3,
                AT,
                AT.plusSeconds(1),
                "request-of-" + id,
                "00-" + trace + "-" + trace.substring(16) + "-01",
                EventJson.parse(change),
                EventJson.parse(state));
    }
}
