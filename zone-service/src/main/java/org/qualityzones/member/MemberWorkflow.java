package org.qualityzones.member;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The life of a membership as data. */
final class MemberWorkflow {
    private static final Set<String> TITLE_GIVERS = Set.of(Roles.BUREAU, Roles.AUTHORITY);

    static final Workflow WORKFLOW = Workflow.named("membership")
            .states(MemberStatus.class)
            .action(
                    "admit",
                    Set.of("NOMINATED"),
                    "ACTIVE",
                    Set.of(Roles.BUREAU),
                    "site in the zone's area, product of its industry")
            .action("decline", Set.of("NOMINATED"), "DECLINED", Set.of(Roles.BUREAU), "reason")
            .action("exit", Set.of("ACTIVE"), "EXITED", Set.of(Roles.BUREAU), "reason; titles end with it")
            .action("grant-title", Set.of("ACTIVE"), "ACTIVE", TITLE_GIVERS, "kind, from; not held yet; zone graded")
            .action("strip-title", Set.of("ACTIVE"), "ACTIVE", TITLE_GIVERS, "kind, reason; held")
            .build();

    private MemberWorkflow() {}

    @Produces
    @Singleton
    static Workflow workflow() {
        return WORKFLOW;
    }
}
