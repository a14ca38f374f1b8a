package org.qualityzones.exemption;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The life cycle of an application as data. */
@Singleton
class ExemptionWorkflow {

    private static final Set<String> APPLICANT = Set.of(Roles.ENTERPRISE);
    private static final Set<String> BUREAU = Set.of(Roles.BUREAU);
    private static final Set<String> AUTHORITY = Set.of(Roles.AUTHORITY);
    private static final String REASON = "reason";

    private final Workflow definition = Workflow.named("exemption-application")
            .states(ApplicationStatus.class)
            .action("file", Set.of("PRELIMINARY_REVIEW"), "FILED", BUREAU, "the preliminary review is passed")
            .action("return", Set.of("PRELIMINARY_REVIEW"), "RETURNED", BUREAU, REASON)
            .action("submit", Set.of("RETURNED"), "PRELIMINARY_REVIEW", APPLICANT, "the rules of an application hold")
            .action("accept", Set.of("FILED"), "ACCEPTED", AUTHORITY)
            .action("decline", Set.of("FILED"), "NOT_ACCEPTED", AUTHORITY, REASON)
            .action("return", Set.of("FILED"), "INCOMPLETE", AUTHORITY, "reason: what is missing")
            .action("submit", Set.of("INCOMPLETE"), "FILED", APPLICANT, "in time; the rules of an application hold")
            .action("start-review", Set.of("ACCEPTED"), "EXPERT_REVIEW", AUTHORITY)
            .action("propose", Set.of("EXPERT_REVIEW"), "PROPOSED", AUTHORITY, "reason: what the experts found")
            .action(
                    "approve",
                    Set.of("PROPOSED"),
                    "APPROVED",
                    AUTHORITY,
                    "a second person; the certificate to be renewed is in force")
            .action(
                    "refuse",
                    Set.of("ACCEPTED", "EXPERT_REVIEW", "PROPOSED"),
                    "REFUSED",
                    AUTHORITY,
                    "reason; bars the same goods for a year")
            .action(
                    "withdraw",
                    Set.of(
                            "PRELIMINARY_REVIEW",
                            "RETURNED",
                            "FILED",
                            "INCOMPLETE",
                            "ACCEPTED",
                            "EXPERT_REVIEW",
                            "PROPOSED"),
                    "WITHDRAWN",
                    APPLICANT,
                    "the service itself does it where missing documents are not supplied in time")
            .build();

    @Produces
    @Singleton
    Workflow definition() {
        return definition;
    }
}
