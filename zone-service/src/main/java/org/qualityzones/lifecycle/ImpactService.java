package org.qualityzones.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.qualityzones.member.Memberships;
import org.qualityzones.web.Answer;
import org.qualityzones.zone.Measure;
import org.qualityzones.zone.Measures;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneLevel;
import org.qualityzones.zone.ZoneStatus;

/** Tells what an action would do, without doing it. */
@ApplicationScoped
class ImpactService {
    private final LifecycleService lifecycle;
    private final Memberships memberships;
    private final Measures measures;

    ImpactService(LifecycleService lifecycle, Memberships memberships, Measures measures) {
        this.lifecycle = lifecycle;
        this.memberships = memberships;
        this.measures = measures;
    }

    /** Refuses as the action itself would, else answers what would follow from it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer impact(String code, TransitionCommand command) {
        Zone zone = lifecycle.checked(code, command);
        ZoneAction action = LifecycleService.action(command);
        ZoneLevel level = action.level(zone.level());
        ZoneStatus status = action.to(zone.level());
        return Answer.ok(new Impact(
                true,
                action.wire(),
                new Impact.Grade(zone.level().name(), zone.status().name()),
                new Impact.Grade(level.name(), status.name()),
                memberships.countActive(zone.id()),
                level == ZoneLevel.NONE ? memberships.countTitled(zone.id()) : 0,
                effects(measures.open(zone.id()), level, status)));
    }

    static List<Impact.MeasureEffect> effects(List<Measure> open, ZoneLevel level, ZoneStatus status) {
        return open.stream()
                .map(measure -> new Impact.MeasureEffect(
                        measure.id().toString(),
                        measure.kind().name(),
                        measure.roll().size(),
                        effect(measure.grantedLevel(), level, status)))
                .toList();
    }

    private static String effect(ZoneLevel granted, ZoneLevel level, ZoneStatus status) {
        if (granted.compareTo(level) > 0) {
            return "ENDS";
        }
        return status == ZoneStatus.ACTIVE || status == ZoneStatus.UNDER_REVIEW ? "STAYS" : "PAUSES";
    }
}
