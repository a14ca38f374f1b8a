package org.qualityzones.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Event;

/** Which enterprises an event concerns, and as what: read off the public state that it carries. */
final class Concerned {
    private static final String CONFIRMED = "CONFIRMED";

    private final Map<String, Set<String>> parts = new TreeMap<>();

    private Concerned() {}

    /** Parts by unified social credit code; empty where the event concerns no enterprise. */
    static Map<String, Set<String>> by(Event event) {
        Concerned concerned = new Concerned();
        JsonNode state = event.state();
        concerned.add(state.path("uscc"), "SUBJECT");
        concerned.add(state.path("consignor"), "CONSIGNOR");
        concerned.add(state.path("producer"), "PRODUCER");
        concerned.add(state.path("agent"), "AGENT");
        concerned.add(state.path("scope").path("uscc"), "SUBJECT");
        state.path("lines").forEach(line -> concerned.add(line.path("producer"), "PRODUCER"));
        if (Topics.ALERT.equals(event.topic())) {
            state.path("matches").forEach(concerned::addMatch);
        }
        if (Topics.ZONE.equals(event.topic())) {
            state.path("measures")
                    .forEach(measure -> measure.path("roll").forEach(uscc -> concerned.add(uscc, "ROLL")));
        }
        return concerned.parts;
    }

    private void addMatch(JsonNode match) {
        if (CONFIRMED.equals(match.path("state").asText())) {
            add(match.path("uscc"), "SUBJECT");
        }
    }

    private void add(JsonNode uscc, String part) {
        if (uscc.isTextual()) {
            parts.computeIfAbsent(uscc.asText(), _ -> new TreeSet<>()).add(part);
        }
    }
}
