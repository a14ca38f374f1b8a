package org.qualityzones.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.guard.Guard;
import org.qualityzones.member.Memberships;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.zone.Measure;
import org.qualityzones.zone.Measures;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneEntry;
import org.qualityzones.zone.ZoneJournal;
import org.qualityzones.zone.ZoneLevel;
import org.qualityzones.zone.ZoneStatus;
import org.qualityzones.zone.Zones;

/** Grants, ends and shows measures. */
@ApplicationScoped
class MeasureService {
    private static final Set<ZoneStatus> IN_FORCE = Set.of(ZoneStatus.ACTIVE, ZoneStatus.UNDER_REVIEW);

    private final Zones zones;
    private final Measures measures;
    private final Memberships memberships;
    private final ZoneJournal journal;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Ids ids;
    private final ObjectMapper json;
    private final Clock clock;

    MeasureService(
            Zones zones,
            Measures measures,
            Memberships memberships,
            ZoneJournal journal,
            Caller caller,
            IfMatch ifMatch,
            Ids ids,
            ObjectMapper json,
            Clock clock) {
        this.zones = zones;
        this.measures = measures;
        this.memberships = memberships;
        this.journal = journal;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer grant(String code, MeasureCommands.Grant command) {
        command.requireOrder();
        Zone zone = zones.requiredLocked(code);
        requireGrantable(zone, command);
        Measure measure = new Measure(
                        ids.next(), zone, command.measure(), command.hsPrefixes(), command.roll(), clock.instant())
                .holding(command.from(), command.until(), json.valueToTree(command.citations()));
        measures.persist(measure);
        journal.record(
                zone, ZoneEntry.fields(EventTypes.ZONE_MEASURES_CHANGED, "grant-measure", List.of("measures"), ""));
        MeasureView view = MeasureView.of(code, measure, notices(zone, command));
        return Answer.created("/api/v1/zones/" + code + "/measures/" + view.id(), view.version(), view);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transition(String code, UUID id, MeasureCommands.Transition command) {
        Zone zone = zones.requiredLocked(code);
        Measure measure = required(zone, id);
        MeasureWorkflow.WORKFLOW.check(measure.state(), command.action(), caller);
        ifMatch.require(measure.version());
        measure.end(clock.instant(), command.reason());
        journal.record(
                zone,
                ZoneEntry.fields(
                        EventTypes.ZONE_MEASURES_CHANGED, "end-measure", List.of("measures"), command.reason()));
        return answer(code, measure);
    }

    @Transactional
    Answer get(String code, UUID id) {
        return answer(code, required(zones.required(code), id));
    }

    @Transactional
    Page<MeasureView> list(String code, PageRequest page) {
        Zone zone = zones.required(code);
        return Page.of(measures.page(zone.id(), page), page, Measure::id)
                .map(measure -> MeasureView.of(code, measure, List.of()));
    }

    private static void requireGrantable(Zone zone, MeasureCommands.Grant command) {
        if (zone.level() == ZoneLevel.NONE || !IN_FORCE.contains(zone.status())) {
            throw Guard.MEASURE_NEEDS_GRADE.refuse("The zone is " + zone.level() + "/" + zone.status());
        }
        for (int row = 0; row < command.hsPrefixes().size(); row++) {
            String heading = command.hsPrefixes().get(row);
            if (!zone.covers(heading)) {
                throw Guard.MEASURE_IN_INDUSTRY
                        .refuse("Heading " + heading + " is not of this zone's industry")
                        .at("/hsPrefixes/" + row, Guard.MEASURE_IN_INDUSTRY.slug(), "outside " + zone.hsPrefixes());
            }
        }
    }

    private List<MeasureView.Notice> notices(Zone zone, MeasureCommands.Grant command) {
        Set<String> members = memberships.activeAmong(zone.id(), command.roll());
        List<MeasureView.Notice> notices = new ArrayList<>();
        for (int row = 0; row < command.roll().size(); row++) {
            if (!members.contains(command.roll().get(row))) {
                notices.add(new MeasureView.Notice(
                        "/roll/" + row, "not-a-member", "No effect before this enterprise is an active member"));
            }
        }
        return notices;
    }

    private Measure required(Zone zone, UUID id) {
        return measures.of(zone.id(), id).orElseThrow(() -> Problems.notFound("measure", id));
    }

    private static Answer answer(String code, Measure measure) {
        return Answer.ok(measure.version(), MeasureView.of(code, measure, List.of()));
    }
}
