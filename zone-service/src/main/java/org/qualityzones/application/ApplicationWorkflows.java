package org.qualityzones.application;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;
import org.qualityzones.zone.ZoneLevel;

/**
 * The two routes to a grade as data. Provincial: the bureau accepts, assesses and publishes. National: the bureau
 * accepts and recommends, the authority assesses and announces (国质检检〔2014〕237号, 七(二)).
 */
final class ApplicationWorkflows {
    static final Workflow PROVINCIAL = decided(opened("application-provincial"), Roles.BUREAU)
            .action("return", Set.of("SUBMITTED", "ACCEPTED", "ASSESSING"), "RETURNED", Set.of(Roles.BUREAU), "reason")
            .action("refuse", refusable("ACCEPTED", "SUBMITTED"), "REFUSED", Set.of(Roles.BUREAU), "reason")
            .action("start-assessment", Set.of("ACCEPTED"), "ASSESSING", Set.of(Roles.BUREAU))
            .action("recommend", Set.of(), "RECOMMENDED", Set.of(Roles.BUREAU), "on the national route only")
            .build();

    static final Workflow NATIONAL = decided(opened("application-national"), Roles.AUTHORITY)
            .action("return", Set.of("SUBMITTED", "ACCEPTED"), "RETURNED", Set.of(Roles.BUREAU), "reason")
            .action("return", Set.of("RECOMMENDED", "ASSESSING"), "RETURNED", Set.of(Roles.AUTHORITY), "reason")
            .action("refuse", Set.of("SUBMITTED", "ACCEPTED"), "REFUSED", Set.of(Roles.BUREAU), "reason")
            .action("refuse", refusable("RECOMMENDED"), "REFUSED", Set.of(Roles.AUTHORITY), "reason")
            .action("recommend", Set.of("ACCEPTED"), "RECOMMENDED", Set.of(Roles.BUREAU))
            .action("start-assessment", Set.of("RECOMMENDED"), "ASSESSING", Set.of(Roles.AUTHORITY))
            .build();

    private ApplicationWorkflows() {}

    @Produces
    @Singleton
    static Workflow provincial() {
        return PROVINCIAL;
    }

    @Produces
    @Singleton
    static Workflow national() {
        return NATIONAL;
    }

    static Workflow of(ZoneLevel target) {
        return target == ZoneLevel.NATIONAL ? NATIONAL : PROVINCIAL;
    }

    private static Workflow.Builder opened(String name) {
        return Workflow.named(name)
                .states(ApplicationState.class)
                .action(
                        "submit",
                        Set.of("DRAFT", "RETURNED"),
                        "SUBMITTED",
                        Set.of(Roles.LOCAL_GOVERNMENT),
                        "a national zone is a provincial one first; no bar after a revocation")
                .action(
                        "accept",
                        Set.of("SUBMITTED"),
                        "ACCEPTED",
                        Set.of(Roles.BUREAU),
                        "evidence for each of the four basic conditions")
                .action(
                        "withdraw",
                        Set.of(
                                "DRAFT",
                                "SUBMITTED",
                                "RETURNED",
                                "ACCEPTED",
                                "RECOMMENDED",
                                "ASSESSING",
                                "APPROVED",
                                "PUBLICIZED",
                                "OBJECTED"),
                        "WITHDRAWN",
                        Set.of(Roles.LOCAL_GOVERNMENT));
    }

    private static Workflow.Builder decided(Workflow.Builder builder, String decider) {
        return builder.action(
                        "approve",
                        Set.of("ASSESSING"),
                        "APPROVED",
                        Set.of(decider),
                        "scored sheet at or above the pass mark, no veto item; a second person")
                .action("start-publicity", Set.of("APPROVED"), "PUBLICIZED", Set.of(decider))
                .action(
                        "object",
                        Set.of("PUBLICIZED"),
                        "OBJECTED",
                        Set.of(Roles.LOCAL_GOVERNMENT, Roles.BUREAU, Roles.AUTHORITY),
                        "reason")
                .action("answer-objection", Set.of("OBJECTED"), "PUBLICIZED", Set.of(decider), "reason")
                .action(
                        "publish",
                        Set.of("PUBLICIZED"),
                        "PUBLISHED",
                        Set.of(decider),
                        "the public notice is over; the grade begins on this day");
    }

    private static Set<String> refusable(String... early) {
        Set<String> states = new HashSet<>(Set.of(early));
        states.addAll(Set.of("ASSESSING", "APPROVED", "PUBLICIZED", "OBJECTED"));
        return states;
    }
}
