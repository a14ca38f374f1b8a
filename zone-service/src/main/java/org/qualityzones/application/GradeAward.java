package org.qualityzones.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.qualityzones.lifecycle.LifecycleConfig;
import org.qualityzones.web.Ids;
import org.qualityzones.web.calendar.BusinessDays;
import org.qualityzones.zone.Days;
import org.qualityzones.zone.GradeFacts;
import org.qualityzones.zone.Grades;
import org.qualityzones.zone.Provenance;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneEntry;
import org.qualityzones.zone.ZoneGrade;
import org.qualityzones.zone.ZoneJournal;
import org.qualityzones.zone.ZoneLevel;

/** The last steps to a grade: the public notice, and the announcement that the grade begins with. */
@ApplicationScoped
class GradeAward {
    private final Grades grades;
    private final ZoneJournal journal;
    private final BusinessDays calendar;
    private final ApplicationConfig config;
    private final LifecycleConfig terms;
    private final Ids ids;
    private final Clock clock;

    GradeAward(
            Grades grades,
            ZoneJournal journal,
            BusinessDays calendar,
            ApplicationConfig config,
            LifecycleConfig terms,
            Ids ids,
            Clock clock) {
        this.grades = grades;
        this.journal = journal;
        this.calendar = calendar;
        this.config = config;
        this.terms = terms;
        this.ids = ids;
        this.clock = clock;
    }

    void startNotice(Application application) {
        LocalDate today = Days.today(clock);
        application.notice(today, calendar.after(today, config.noticeDays()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void publish(Zone zone, Application application, String announcement) {
        LocalDate today = Days.today(clock);
        String source = announcement == null ? "application " + application.id() : announcement;
        GradeFacts facts = new GradeFacts(
                application.targetLevel(), today, today.plus(terms.term()).minusDays(1), source, Provenance.CONFIGURED);
        ZoneLevel before = zone.level();
        application.announce(announcement);
        zone.grade(facts);
        grades.persist(new ZoneGrade(ids.next(), zone.id(), facts, clock.instant()));
        journal.record(zone, ZoneEntry.level("publish", before, zone.level(), source));
    }
}
