package org.qualityzones.zone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.ZoneState;
import org.qualityzones.messaging.StateVersion;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.web.Answer;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** Opens, amends and shows zones. */
@ApplicationScoped
class ZoneService {
    private final Zones zones;
    private final Grades grades;
    private final ZoneJournal journal;
    private final StateVersions versions;
    private final ZoneAccess access;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Ids ids;
    private final Clock clock;

    ZoneService(
            Zones zones,
            Grades grades,
            ZoneJournal journal,
            StateVersions versions,
            ZoneAccess access,
            Caller caller,
            IfMatch ifMatch,
            Ids ids,
            Clock clock) {
        this.zones = zones;
        this.grades = grades;
        this.journal = journal;
        this.versions = versions;
        this.access = access;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer create(ZoneCommands.Create command) {
        zones.reserve(command.code());
        if (zones.byCode(command.code()).isPresent()) {
            throw Problems.duplicate("zone", command.code());
        }
        Zone zone = new Zone(ids.next(), command.code(), command.areaCode(), caller.subject(), clock.instant());
        zone.describe(command.name(), command.industry(), command.hsPrefixes());
        zones.persist(zone);
        ZoneState state = journal.first(zone, ZoneEntry.created());
        return Answer.created("/api/v1/zones/" + state.code(), state.version(), state);
    }

    @Transactional
    Answer amend(String code, ZoneCommands.Amend command) {
        Zone zone = zones.requiredLocked(code);
        access.requireMine(zone);
        ifMatch.require(zone.version());
        List<String> changed = changed(zone, command);
        if (zone.level() != ZoneLevel.NONE && changed.stream().anyMatch(Set.of("industry", "hsPrefixes")::contains)) {
            throw Problem.of(
                    ZoneProblem.GRADED_INDUSTRY,
                    "The grade was awarded for this industry; apply for a new one to change it");
        }
        if (changed.isEmpty()) {
            return answer(journal.view(zone));
        }
        zone.describe(command.name(), command.industry(), command.hsPrefixes());
        return answer(journal.record(zone, ZoneEntry.fields(EventTypes.ZONE_AMENDED, "amend", changed, "")));
    }

    @Transactional
    Answer get(String code, AsOf point) {
        return point.isNow() ? answer(journal.view(zones.required(code))) : past(code, point);
    }

    @Transactional
    Page<ZoneState> list(ZoneFilter filter, PageRequest page) {
        Page<Zone> found = Page.of(zones.page(filter, page), page, Zone::id);
        return new Page<>(journal.views(found.items()), found.nextCursor());
    }

    @Transactional
    List<GradeView> grades(String code) {
        return grades.of(zones.required(code).id()).stream().map(GradeView::of).toList();
    }

    private Answer past(String code, AsOf point) {
        Instant now = clock.instant();
        StateVersion version = versions.at(
                        ZoneJournal.KIND,
                        code,
                        point.asOf().orElse(now),
                        point.knownAt().orElse(now))
                .orElseThrow(() -> Problems.notFound("zone", code));
        return Answer.ok(version.version(), version.state());
    }

    private static Answer answer(ZoneState state) {
        return Answer.ok(state.version(), state);
    }

    private static List<String> changed(Zone zone, ZoneCommands.Amend command) {
        List<String> changed = new ArrayList<>();
        if (!zone.name().equals(command.name())) {
            changed.add("name");
        }
        if (!zone.industry().equals(command.industry())) {
            changed.add("industry");
        }
        if (!zone.hsPrefixes().equals(List.copyOf(new TreeSet<>(command.hsPrefixes())))) {
            changed.add("hsPrefixes");
        }
        return changed;
    }
}
