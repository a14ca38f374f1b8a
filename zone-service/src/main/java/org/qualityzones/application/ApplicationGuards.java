package org.qualityzones.application;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.assessment.Assessments;
import org.qualityzones.guard.Guard;
import org.qualityzones.guard.Refusal;
import org.qualityzones.web.Caller;
import org.qualityzones.zone.Days;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneLevel;
import org.qualityzones.zone.ZoneStatus;

/** What may still refuse an action that the state allows. */
@ApplicationScoped
class ApplicationGuards {
    private static final Set<String> PROPOSING = Set.of("draft", "submit", "recommend");
    private static final Set<ZoneStatus> IN_FORCE = Set.of(ZoneStatus.ACTIVE, ZoneStatus.UNDER_REVIEW);

    private final Steps steps;
    private final Assessments assessments;
    private final Caller caller;
    private final ApplicationConfig config;
    private final Clock clock;

    ApplicationGuards(Steps steps, Assessments assessments, Caller caller, ApplicationConfig config, Clock clock) {
        this.steps = steps;
        this.assessments = assessments;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /** The rule that refuses {@code action} now. */
    Optional<Refusal> refusal(Zone zone, Application application, String action) {
        return switch (action) {
            case "submit" ->
                submission(zone, application.targetLevel(), Days.today(clock), config.provincialFirstSince());
            case "accept" -> conditions(application.evidence());
            case "approve" -> approval(application);
            case "publish" -> notice(application);
            default -> Optional.empty();
        };
    }

    static Optional<Refusal> submission(Zone zone, ZoneLevel target, LocalDate today, LocalDate provincialFirstSince) {
        boolean graded = IN_FORCE.contains(zone.status());
        if (graded && zone.level().compareTo(target) >= 0) {
            return refused(Guard.HIGHER_GRADE, "The zone is " + zone.level() + " already");
        }
        Optional<LocalDate> bar = zone.barredUntil().filter(until -> !today.isAfter(until));
        if (bar.isPresent()) {
            return refused(Guard.REAPPLICATION_BAR, "No application up to " + bar.get());
        }
        boolean provincial = zone.level() == ZoneLevel.PROVINCIAL && graded;
        boolean ruleHolds = !today.isBefore(provincialFirstSince);
        return target == ZoneLevel.NATIONAL && ruleHolds && !provincial
                ? refused(Guard.PROVINCIAL_FIRST, "The zone is " + zone.level() + "/" + zone.status())
                : Optional.empty();
    }

    static Optional<Refusal> conditions(JsonNode evidence) {
        Set<String> shown = new HashSet<>(evidence.findValuesAsText("condition"));
        List<String> lacking = Arrays.stream(BasicCondition.values())
                .map(BasicCondition::name)
                .filter(condition -> !shown.contains(condition))
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : refused(Guard.CONDITIONS_SHOWN, "Evidence lacking for " + String.join(", ", lacking));
    }

    private Optional<Refusal> approval(Application application) {
        Set<String> others = new HashSet<>(steps.actors(application.id(), PROPOSING));
        others.addAll(assessments.people(application.id()));
        return others.contains(caller.subject())
                ? refused(Guard.SECOND_PERSON, "You proposed or assessed this application")
                : assessments.refusal(
                        application.id(), application.targetLevel().name());
    }

    private Optional<Refusal> notice(Application application) {
        return Days.today(clock).isAfter(application.noticeUntil())
                ? Optional.empty()
                : refused(Guard.NOTICE_RUNNING, "The notice runs up to " + application.noticeUntil());
    }

    private static Optional<Refusal> refused(Guard guard, String detail) {
        return Optional.of(new Refusal(guard, detail));
    }
}
