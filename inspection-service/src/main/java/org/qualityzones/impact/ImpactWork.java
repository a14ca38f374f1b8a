package org.qualityzones.impact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.copies.Parties;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.rulebook.RuleSetDesk;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.jobs.JobProgress;
import org.qualityzones.web.jobs.ProcessEnds;
import org.qualityzones.web.jobs.ResumableWork;

/**
 * Decides stored facts again by another rule set, one page while the next is read. Every two seconds at the latest
 * it keeps, in one transaction, how far it came and what it counted; whoever takes it up goes on from there.
 */
@ApplicationScoped
class ImpactWork implements ResumableWork {

    static final int MOST_LISTED = 10_000;

    private static final int KEPT_TOGETHER = 10_000;
    private static final Duration KEPT_AFTER = Duration.ofSeconds(2);
    private static final Duration COUNTING = Duration.ofMinutes(10);

    private final ImpactReports reports;
    private final ImpactPages pages;
    private final ImpactPace pace;
    private final ImpactDetails details;
    private final ImpactSummary.Minutes minutes;
    private final RuleBook rules;
    private final RuleSetDesk desk;
    private final Parties parties;
    private final ObjectMapper json;
    private final Clock clock;

    ImpactWork(
            ImpactReports reports,
            ImpactPages pages,
            ImpactPace pace,
            ImpactDetails details,
            ImpactConfig config,
            RuleBook rules,
            RuleSetDesk desk,
            Parties parties,
            ObjectMapper json,
            Clock clock) {
        this.reports = reports;
        this.pages = pages;
        this.pace = pace;
        this.details = details;
        this.minutes = ImpactSummary.Minutes.of(config);
        this.rules = rules;
        this.desk = desk;
        this.parties = parties;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "impact-report";
    }

    /** What was counted since it was last kept. */
    private static final class Counted {

        private final List<ImpactChangeView> changes = new ArrayList<>();
        private final Map<String, ImpactDetails.Count> enterprises = new HashMap<>();
        private ImpactPages.Place last;
        private long decisions;

        Counted(ImpactPages.Place last) {
            this.last = last;
        }
    }

    @Override
    public void run(UUID id, JobProgress progress) {
        ImpactRow row = row(id);
        RuleSet ruleSet = QuarkusTransaction.requiringNew()
                .call(() -> rules.findAny(row.ruleSet()))
                .filter(found -> found.digest().equals(row.digest()))
                .orElse(null);
        if (ruleSet == null) {
            end(id, ImpactReportView.Status.CANCELLED);
            return;
        }
        progress.total(QuarkusTransaction.requiringNew()
                .timeout((int) COUNTING.toSeconds())
                .call(() -> pages.count(row.from(), row.until())));
        try {
            decideAll(row, ruleSet, progress);
        } catch (ProcessEnds ends) {
            throw ends;
        } catch (RuntimeException failure) {
            fail(id, failure);
            throw failure;
        }
    }

    private void fail(UUID id, RuntimeException failure) {
        try {
            end(id, ImpactReportView.Status.FAILED);
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private void decideAll(ImpactRow begun, RuleSet ruleSet, JobProgress progress) {
        ImpactRow row = begun;
        ImpactTally tally = row.tally() == null ? new ImpactTally() : read(row.tally(), ImpactTally.class);
        try (ImpactCrew crew = new ImpactCrew()) {
            ImpactReading reading = new ImpactReading(crew, pages, pace, row.place(), row.until());
            boolean more = row.status() == ImpactReportView.Status.RUNNING;
            while (more && !progress.isCancelled()) {
                Counted counted = new Counted(reading.place());
                more = decideSome(reading, crew, ruleSet, tally, counted);
                if (counted.decisions > 0) {
                    if (!keep(row, tally, counted)) {
                        return;
                    }
                    row = row(row.id());
                    progress.done(row.done());
                }
            }
        }
        if (progress.isCancelled()) {
            end(row.id(), ImpactReportView.Status.CANCELLED);
        } else {
            finish(row, tally);
        }
    }

    /** False when there is nothing left to look at. */
    private boolean decideSome(
            ImpactReading reading, ImpactCrew crew, RuleSet ruleSet, ImpactTally tally, Counted counted) {
        long end = System.nanoTime() + KEPT_AFTER.toNanos();
        while (counted.decisions < KEPT_TOGETHER && System.nanoTime() < end) {
            long began = System.nanoTime();
            List<ImpactPages.Decided> page = reading.next();
            crew.decide(() -> {
                page.forEach(decided -> decide(decided, ruleSet, tally, counted));
                return null;
            });
            counted.last = reading.place();
            if (reading.isAtEnd()) {
                return false;
            }
            pace.rest(pace.restAfter(Duration.ofNanos(System.nanoTime() - began)));
        }
        return true;
    }

    private static void decide(ImpactPages.Decided decided, RuleSet ruleSet, ImpactTally tally, Counted counted) {
        counted.decisions++;
        Facts facts = FactsReader.stored(decided.facts()).facts();
        if (facts == null || decided.outcome() == null) {
            tally.unreadable();
            return;
        }
        Prediction prediction = Prediction.of(facts, decided.outcome(), ruleSet);
        tally.add(facts, prediction, decided.lot());
        if (prediction.changes()) {
            counted.enterprises.merge(
                    decided.producer(),
                    new ImpactDetails.Count(0, 0).and(prediction),
                    (known, _) -> known.and(prediction));
            if (tally.listed < MOST_LISTED) {
                tally.listed++;
                counted.changes.add(new ImpactChangeView(
                        decided.id(), decided.producer(), prediction.before(), prediction.after()));
            }
        }
    }

    /** False when the report has ended, or another process went on with it. */
    private boolean keep(ImpactRow row, ImpactTally tally, Counted counted) {
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean ours = reports.proceed(row, counted.last, row.done() + counted.decisions, written(tally));
            if (ours) {
                details.add(row.id(), counted.changes, counted.enterprises);
            }
            return ours;
        });
    }

    private void finish(ImpactRow row, ImpactTally tally) {
        QuarkusTransaction.requiringNew().run(() -> {
            ImpactSummary summary = ImpactSummary.of(tally, enterprises(row.id()), minutes);
            if (reports.finish(row.id(), ImpactReportView.Status.DONE, clock.instant(), written(summary))) {
                desk.assessed(row.ruleSet(), row.digest(), row.id(), row.until());
            }
        });
    }

    private List<ImpactSummary.Enterprise> enterprises(UUID id) {
        return details.enterprises(id).stream()
                .map(producer -> new ImpactSummary.Enterprise(
                        producer.uscc(),
                        parties.name(producer.uscc())
                                .map(name -> new ImpactSummary.Name(name.zh(), name.en()))
                                .orElse(null),
                        producer.count().changed(),
                        producer.count().stricter(),
                        producer.count().changed() - producer.count().stricter()))
                .toList();
    }

    private void end(UUID id, ImpactReportView.Status status) {
        QuarkusTransaction.requiringNew().run(() -> reports.finish(id, status, clock.instant(), null));
    }

    private ImpactRow row(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> reports.find(id).orElseThrow());
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A report cannot be written", e);
        }
    }

    <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A stored report cannot be read", e);
        }
    }
}
