package org.qualityzones.messaging;

import java.util.Set;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.Topics;

/** Acts on events with effects that may read what those of earlier events wrote. */
final class DeclarationSteps implements EventConsumer {

    static final String NAME = "declaration-steps";

    private final Effects effects;

    DeclarationSteps(Effects effects) {
        this.effects = effects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Mode mode() {
        return Mode.ACTING;
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
    public void on(Event event) {
        effects.apply(NAME, event);
    }
}
