package org.qualityzones.lifecycle;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qualityzones.guard.Guard;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;
import org.qualityzones.zone.ZoneLevel;
import org.qualityzones.zone.ZoneStatus;

/** The life of a grade as data: a provincial grade is the bureau's, a national one the authority's. */
final class ZoneWorkflow {
    static final Workflow WORKFLOW = build(List.of(ZoneLevel.PROVINCIAL, ZoneLevel.NATIONAL));

    private static final Map<ZoneLevel, Workflow> BY_LEVEL = Map.of(
            ZoneLevel.NONE, WORKFLOW,
            ZoneLevel.PROVINCIAL, build(List.of(ZoneLevel.PROVINCIAL)),
            ZoneLevel.NATIONAL, build(List.of(ZoneLevel.NATIONAL)));

    private ZoneWorkflow() {}

    @Produces
    @Singleton
    static Workflow workflow() {
        return WORKFLOW;
    }

    /** Refuses what this caller may not do to a grade of this level in this status. */
    static void check(ZoneLevel level, ZoneStatus status, String action, Caller caller) {
        if (level == ZoneLevel.NATIONAL
                && !caller.is(Roles.AUTHORITY)
                && ZoneAction.of(action).isPresent()) {
            throw Guard.NATIONAL_BY_AUTHORITY.refuse("A bureau supervises and proposes; the centre decides");
        }
        BY_LEVEL.get(level).check(status, action, caller);
    }

    private static Workflow build(List<ZoneLevel> levels) {
        Workflow.Builder builder = Workflow.named("zone").states(ZoneStatus.class);
        for (ZoneAction action : ZoneAction.values()) {
            for (ZoneLevel level : levels) {
                builder.action(
                        action.wire(),
                        names(action.from()),
                        action.to(level).name(),
                        Set.of(level == ZoneLevel.NATIONAL ? Roles.AUTHORITY : Roles.BUREAU),
                        "level " + level + "; " + action.guard());
            }
        }
        return builder.action(
                        "expire",
                        names(Set.of(ZoneStatus.ACTIVE, ZoneStatus.RECTIFYING, ZoneStatus.SUSPENDED)),
                        ZoneStatus.EXPIRED.name(),
                        Set.of(),
                        "the term has ended and no review is open")
                .build();
    }

    private static Set<String> names(Set<ZoneStatus> statuses) {
        return statuses.stream().map(ZoneStatus::name).collect(Collectors.toSet());
    }
}
