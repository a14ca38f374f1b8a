package org.qualityzones.impact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.qualityzones.rulebook.RuleSetDesk;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.jobs.Job;
import org.qualityzones.web.jobs.Jobs;

/** Starts and shows impact reports. */
@ApplicationScoped
class ImpactService {

    private static final Duration USUAL = Duration.ofDays(30);

    private final ImpactReports reports;
    private final ImpactWork work;
    private final RuleSetDesk desk;
    private final Jobs jobs;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ImpactService(
            ImpactReports reports, ImpactWork work, RuleSetDesk desk, Jobs jobs, Audit audit, Ids ids, Clock clock) {
        this.reports = reports;
        this.work = work;
        this.desk = desk;
        this.jobs = jobs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Starts a report; its id is the job's. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer start(String version, ImpactCommand command, Caller caller) {
        Instant now = clock.instant();
        Instant until = command.until() == null || command.until().isAfter(now) ? now : command.until();
        Instant from = command.from() == null ? until.minus(USUAL) : command.from();
        if (!from.isBefore(until)) {
            throw Problems.invalid("/from", "period", "A period that has passed, with its end after its beginning");
        }
        String digest = desk.assessable(version, caller);
        UUID id = ids.next();
        reports.add(id, version, digest, from, until, caller.key(), now);
        Job job = jobs.start(id, work);
        audit.record("rule-set.impact-report", version, id.toString());
        return Answer.accepted(job.location(), job);
    }

    @Transactional
    Page<ImpactReportView> list(String version, PageRequest page) {
        return Page.of(reports.newest(version, page.after(), page.limit() + 1), page, ImpactRow::id)
                .map(this::view);
    }

    @Transactional
    Answer find(String version, UUID id) {
        return Answer.ok(view(row(version, id)));
    }

    @Transactional
    Page<ImpactChangeView> changes(String version, UUID id, PageRequest page) {
        row(version, id);
        return Page.of(reports.changes(id, page.after(), page.limit() + 1), page, ImpactChangeView::decisionId);
    }

    private ImpactRow row(String version, UUID id) {
        return reports.find(id)
                .filter(row -> row.ruleSet().equals(version))
                .orElseThrow(() -> Problems.notFound("impact report", id));
    }

    private ImpactReportView view(ImpactRow row) {
        return new ImpactReportView(
                row.id(),
                row.ruleSet(),
                row.digest(),
                row.from(),
                row.until(),
                row.status(),
                row.requestedAt(),
                row.finishedAt(),
                row.done(),
                row.summary() == null ? null : work.read(row.summary(), ImpactSummary.class));
    }
}
