package org.qualityzones.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The moves of an investigation, as data. */
@ApplicationScoped
class InvestigationWorkflow {

    static final String NAME = "investigation";
    static final String ASSIGN = "assign";
    static final String TRANSFER = "transfer";
    static final String CONCLUDE = "conclude";
    static final String CLOSE = "close";
    private static final Set<String> WHO = Set.of(Roles.BUREAU);

    @Produces
    @Singleton
    @Named(NAME)
    Workflow workflow() {
        String own = "the bureau in whose areas the investigating office lies";
        return Workflow.named(NAME)
                .states(InvestigationStatus.class)
                .action(ASSIGN, Set.of("OPEN", "ASSIGNED"), "ASSIGNED", WHO, own + "; two persons at least")
                .action(TRANSFER, Set.of("OPEN", "ASSIGNED"), "OPEN", WHO, own + "; to another area, with a reason")
                .action(CONCLUDE, Set.of("ASSIGNED"), "CONCLUDED", WHO, own + "; attribution and cause code")
                .action(
                        CLOSE,
                        Set.of("OPEN", "ASSIGNED", "CONCLUDED"),
                        "CLOSED",
                        WHO,
                        own + "; without a conclusion only with a reason")
                .build();
    }
}
