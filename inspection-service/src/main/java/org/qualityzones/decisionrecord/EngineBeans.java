package org.qualityzones.decisionrecord;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.decision.Engine;

/** Every engine that ever decided; stored decisions are computed again by theirs. */
@Dependent
class EngineBeans {

    @Produces
    @Singleton
    Engine one() {
        return DecisionEngine.ONE;
    }
}
