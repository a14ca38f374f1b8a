package org.qualityzones.gradeimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problem;
import org.qualityzones.zone.Days;
import org.qualityzones.zone.GradeFacts;
import org.qualityzones.zone.Grades;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneEntry;
import org.qualityzones.zone.ZoneGrade;
import org.qualityzones.zone.ZoneJournal;
import org.qualityzones.zone.ZoneLevel;
import org.qualityzones.zone.Zones;

/** Enters an imported grade: opens the zone where it is new, adds or corrects the grade, or changes nothing. */
@ApplicationScoped
class GradeRegistrar {
    private static final String IMPORTER = "import";

    private final Zones zones;
    private final Grades grades;
    private final ZoneJournal journal;
    private final Ids ids;
    private final Clock clock;

    GradeRegistrar(Zones zones, Grades grades, ZoneJournal journal, Ids ids, Clock clock) {
        this.zones = zones;
        this.grades = grades;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    RowStatus register(ImportedGrade row) {
        zones.reserve(row.code());
        Optional<Zone> known = zones.locked(row.code());
        if (known.isEmpty()) {
            open(row);
            return RowStatus.CREATED;
        }
        Zone zone = known.get();
        if (!zone.areaCode().equals(row.areaCode())) {
            throw Problem.of(ImportProblem.AREA_DIFFERS, "On record in " + zone.areaCode())
                    .at("/areaCode", "zone-area-differs", "not " + row.areaCode());
        }
        return grades.award(zone.id(), row.level(), row.gradedFrom())
                .map(award -> correct(zone, award, row.facts()))
                .orElseGet(() -> add(zone, row));
    }

    private void open(ImportedGrade row) {
        Zone zone = new Zone(ids.next(), row.code(), row.areaCode(), IMPORTER, clock.instant());
        zone.describe(row.name(), row.industry(), row.hsPrefixes());
        zone.grade(row.facts());
        zones.persist(zone);
        keep(zone, row.facts());
        journal.first(zone, ZoneEntry.imported(row.facts()).since(since(row)));
    }

    private RowStatus add(Zone zone, ImportedGrade row) {
        if (zone.gradedFrom().filter(row.gradedFrom()::isBefore).isPresent()) {
            throw Problem.of(
                    ImportProblem.OLDER_GRADE,
                    "The zone holds a grade from " + zone.gradedFrom().get());
        }
        ZoneLevel before = zone.level();
        zone.grade(row.facts());
        keep(zone, row.facts());
        journal.record(
                zone,
                ZoneEntry.level("import-grade", before, zone.level(), row.source())
                        .since(since(row)));
        return RowStatus.UPDATED;
    }

    private RowStatus correct(Zone zone, ZoneGrade award, GradeFacts facts) {
        if (award.facts().equals(facts)) {
            return RowStatus.UNCHANGED;
        }
        award.correct(facts);
        if (zone.level() == facts.level()
                && zone.gradedFrom().filter(facts.from()::equals).isPresent()) {
            zone.correct(facts);
            journal.record(
                    zone,
                    ZoneEntry.fields(
                            EventTypes.ZONE_AMENDED,
                            "correct-grade",
                            List.of("gradedUntil", "gradeSource"),
                            facts.source()));
        }
        return RowStatus.UPDATED;
    }

    private void keep(Zone zone, GradeFacts facts) {
        zones.flush();
        grades.persist(new ZoneGrade(ids.next(), zone.id(), facts, clock.instant()));
    }

    private static Instant since(ImportedGrade row) {
        return Days.start(row.gradedFrom());
    }
}
