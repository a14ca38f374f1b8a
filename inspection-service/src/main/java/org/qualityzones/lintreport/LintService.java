package org.qualityzones.lintreport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.instrument.Instruments;
import org.qualityzones.lint.LintReport;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.rulebook.RuleSetDesk;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problems;

/** Lints rule sets. The look itself holds no transaction; only its report is kept in one. */
@ApplicationScoped
class LintService {

    private final RuleBook rules;
    private final RuleSetDesk desk;
    private final Instruments instruments;
    private final Looks looks;
    private final LintReports reports;
    private final Ids ids;
    private final Clock clock;

    LintService(
            RuleBook rules,
            RuleSetDesk desk,
            Instruments instruments,
            Looks looks,
            LintReports reports,
            Ids ids,
            Clock clock) {
        this.rules = rules;
        this.desk = desk;
        this.instruments = instruments;
        this.looks = looks;
        this.reports = reports;
        this.ids = ids;
        this.clock = clock;
    }

    /** The newest report about the document that a rule set has now; one that is made now when there is none. */
    LintReportView find(String version, Caller caller) {
        RuleSet ruleSet = visible(version, caller);
        return QuarkusTransaction.requiringNew()
                .call(() -> reports.newest(version, ruleSet.digest()))
                .orElseGet(() -> LintReportView.of(look(ruleSet), null, null));
    }

    LintReport look(String version, Caller caller) {
        return look(visible(version, caller));
    }

    /** Keeps a report and moves the rule set on. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer keep(LintReport report, Caller caller) {
        Instant now = clock.instant();
        UUID id = ids.next();
        LintReportView kept = LintReportView.of(report, id, now);
        reports.add(kept, caller.key());
        desk.linted(report.ruleSet(), report.digest(), id, Math.toIntExact(report.errors()));
        return Answer.ok(kept);
    }

    private RuleSet visible(String version, Caller caller) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rules.visible(version, caller))
                .orElseThrow(() -> Problems.notFound("rule set", version));
    }

    private LintReport look(RuleSet ruleSet) {
        LocalDate today = ShanghaiDays.of(clock.instant());
        Set<String> repealed = QuarkusTransaction.requiringNew().call(() -> instruments.repealed(today));
        return looks.at(ruleSet, today, repealed);
    }
}
