package org.qualityzones.declaration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The life cycle of a declaration as data. */
@Singleton
class DeclarationWorkflow {

    private static final Set<String> FILERS = Set.of(Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.BUREAU);
    private static final String GUARD = "no result of an inspection exists";

    private final Workflow definition = Workflow.named("declaration")
            .states(DeclarationStatus.class)
            .action("amend", Set.of("DECIDED"), "DECIDED", FILERS, GUARD)
            .action("amend", Set.of("IN_INSPECTION"), "IN_INSPECTION", FILERS, GUARD)
            .action("withdraw", Set.of("DECIDED", "IN_INSPECTION"), "WITHDRAWN", FILERS, GUARD)
            .build();

    @Produces
    @Singleton
    Workflow definition() {
        return definition;
    }
}
