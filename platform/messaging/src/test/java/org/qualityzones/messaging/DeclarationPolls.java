package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.Topics;

/** Acts on events with effects that are written together, and remembers what it was given together. */
@ApplicationScoped
class DeclarationPolls implements PollConsumer {

    static final String NAME = "declaration-polls";

    private final Effects effects;
    private final List<List<Event>> given = new CopyOnWriteArrayList<>();

    DeclarationPolls(Effects effects) {
        this.effects = effects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String topic() {
        return Topics.DECLARATION;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventTypes.DECLARATION_DECIDED);
    }

    @Override
    public void on(List<Event> events) {
        given.add(events);
        events.forEach(event -> effects.apply(NAME, event));
    }

    /** What was given together so far, also in vain. */
    List<List<Event>> given() {
        return List.copyOf(given);
    }

    void forget() {
        given.clear();
    }
}
