package org.qualityzones.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.instrument.CitedPlace;
import org.qualityzones.instrument.Instruments;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Takes drafts in and moves rule sets on, within the running transaction. */
@ApplicationScoped
public class RuleSetDesk {

    private static final String ASSESS = "assess";
    private static final String PATH = "/api/v1/rule-sets/";

    private final RuleSets sets;
    private final RuleSetEvents events;
    private final RuleBook book;
    private final Instruments instruments;
    private final RuleBookConfig config;
    private final Workflow workflow;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    RuleSetDesk(
            RuleSets sets,
            RuleSetEvents events,
            RuleBook book,
            Instruments instruments,
            RuleBookConfig config,
            RuleSetWorkflow workflow,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.sets = sets;
        this.events = events;
        this.book = book;
        this.instruments = instruments;
        this.config = config;
        this.workflow = workflow.definition();
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes a new draft in; its version is the one its document names. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer draft(byte[] document, Caller caller) {
        RuleSet read = RuleSetDocuments.read(document);
        Instant now = clock.instant();
        RuleSetRow row =
                RuleSetRow.draft(ids.next(), read.version(), read.digest(), read.document(), caller.subject(), now);
        if (!sets.add(row)) {
            throw Problems.duplicate("rule set", read.version());
        }
        events.drafted(row, read, now);
        audit.record("rule-set.draft", row.version(), row.digest());
        return Answer.created(PATH + row.version(), row.revision(), RuleSetView.whole(row));
    }

    /** Puts another document in place of a draft's. */
    @Transactional
    Answer replace(String version, byte[] document, IfMatch ifMatch, Caller caller) {
        RuleSetRow row = locked(version);
        ifMatch.require(row.revision());
        if (row.status().isFixed()) {
            throw Problem.of(CommonProblem.ILLEGAL_TRANSITION, "A published rule set does not change")
                    .with("state", row.status())
                    .with("allowedActions", workflow.allowed(row.status().name(), caller));
        }
        RuleSet read = RuleSetDocuments.read(document);
        if (!read.version().equals(version)) {
            throw Problems.invalid("/version", "other-version", "The document is of " + read.version());
        }
        Instant now = clock.instant();
        RuleSetRow next = row.replaced(read.digest(), read.document(), caller.subject(), now);
        sets.keep(next);
        events.drafted(next, read, now);
        audit.record("rule-set.replace", version, next.digest());
        return Answer.ok(next.revision(), RuleSetView.whole(next));
    }

    /**
     * Notes a lint report about a document; a draft is linted from now on.
     *
     * @throws Problem 409 when another document has taken its place
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void linted(String version, String digest, UUID report, int errors) {
        RuleSetRow row = locked(version);
        if (!row.digest().equals(digest)) {
            throw Problem.of(RuleSetProblem.RULE_SET_CHANGED, "Lint it again");
        }
        if (row.status() == RuleSetStatus.DRAFT) {
            move(row, row.linted(report, errors), "lint", null);
            return;
        }
        if (!row.status().isFixed()) {
            sets.keep(row.linted(report, errors));
        }
        audit.record("rule-set.lint", version, digest);
    }

    /**
     * The digest of the document that an impact report would be about.
     *
     * @throws Problem 409 when the rule set was not linted, or is published
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String assessable(String version, Caller caller) {
        RuleSetRow row = locked(version);
        workflow.check(row.status(), ASSESS, caller);
        return row.digest();
    }

    /**
     * The digest of a draft's document, locked until the transaction ends.
     *
     * @throws Problem 409 when the rule set is published
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String draft(String version) {
        RuleSetRow row = locked(version);
        if (row.status().isFixed()) {
            throw Problem.of(CommonProblem.ILLEGAL_TRANSITION, "Rule set " + version + " is no draft any more")
                    .with("state", row.status());
        }
        return row.digest();
    }

    /** Notes a finished impact report; nothing happens when its document was replaced or published meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void assessed(String version, String digest, UUID report, Instant until) {
        RuleSetRow row = locked(version);
        boolean waiting = row.status() == RuleSetStatus.LINTED || row.status() == RuleSetStatus.IMPACT_ASSESSED;
        if (waiting && row.digest().equals(digest)) {
            move(row, row.assessed(report, until), ASSESS, null);
        }
    }

    /** One step of the life cycle. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer transit(String version, RuleSetCommands.Transition transition, IfMatch ifMatch, Caller caller) {
        RuleSetRow row = locked(version);
        ifMatch.require(row.revision());
        workflow.check(row.status(), transition.action(), caller);
        RuleSetRow next =
                switch (transition.action()) {
                    case "publish" -> published(row, transition, caller);
                    case "retire" -> retired(row, caller);
                    default ->
                        throw Problems.invalid(
                                "/action", "unknown-action", transition.action() + " is no transition of its own");
                };
        move(row, next, transition.action(), transition.reason());
        return Answer.ok(next.revision(), RuleSetView.whole(next));
    }

    private RuleSetRow published(RuleSetRow row, RuleSetCommands.Transition transition, Caller caller) {
        Instant now = clock.instant();
        if (row.assessment().lintErrors() > 0) {
            throw Problem.of(RuleSetProblem.LINT_ERRORS, "Mend what its lint report finds and lint it again")
                    .with("lint", PATH + row.version() + "/lint")
                    .with("lintErrors", row.assessment().lintErrors());
        }
        requireNothingRepealedSince(row, now);
        if (transition.impactReportId() == null
                || !transition.impactReportId().equals(row.assessment().impactReport())
                || row.assessment().impactUntil().isBefore(now.minus(config.reportAge()))) {
            throw Problem.of(
                            RuleSetProblem.IMPACT_REPORT_NEEDED,
                            "Name the newest finished impact report of this document; the facts it looked at are at most "
                                    + config.reportAge().toHours() + " hours old")
                    .at("/impactReportId", "impact-report", "not the newest one of this document, or too old");
        }
        if (row.drafters().contains(caller.subject())) {
            throw Problem.of(RuleSetProblem.RULE_SET_DRAFTER, "You drafted this rule set; another person publishes it");
        }
        return row.published(caller.subject(), now, effectiveFrom(transition.effectiveFrom(), now));
    }

    private void requireNothingRepealedSince(RuleSetRow row, Instant now) {
        List<CitedPlace> places =
                CitedPlace.unacknowledged(RuleSet.parse(row.document()), instruments.repealed(ShanghaiDays.of(now)));
        if (!places.isEmpty()) {
            throw Problem.of(
                            RuleSetProblem.LINT_ERRORS,
                            places.getFirst().citation().instrument()
                                    + " was repealed since its lint report was made; lint it again")
                    .with("lint", PATH + row.version() + "/lint")
                    .with("lintErrors", places.size());
        }
    }

    /** Not before every instance knows of it; an instant that has passed is refused. */
    private Instant effectiveFrom(Instant wanted, Instant now) {
        Instant soonest = now.plus(config.lead());
        if (wanted != null && wanted.isBefore(now.minus(config.lead()))) {
            throw Problem.of(RuleSetProblem.EFFECTIVE_IN_THE_PAST, wanted + " has passed")
                    .at("/effectiveFrom", "past", "an instant to come");
        }
        Instant from = wanted == null || wanted.isBefore(soonest) ? soonest : wanted;
        if (sets.schedule().stream().anyMatch(entry -> entry.from().equals(from))) {
            throw Problem.of(RuleSetProblem.EFFECTIVE_INSTANT_TAKEN, "Another rule set takes effect at " + from)
                    .at("/effectiveFrom", "taken", "another instant");
        }
        return from;
    }

    private RuleSetRow retired(RuleSetRow row, Caller caller) {
        Instant from = clock.instant().plus(config.lead());
        if (book.refresh().without(row.version(), from).isEmpty()) {
            throw Problem.of(RuleSetProblem.LAST_RULE_SET, "Publish another rule set before this one is retired");
        }
        return row.retired(caller.subject(), from);
    }

    private void move(RuleSetRow row, RuleSetRow next, String action, String reason) {
        sets.keep(next);
        RuleSet read = RuleSet.parse(next.document());
        events.changed(next, read, action, row.status(), reason, clock.instant());
        audit.record("rule-set." + action, row.version(), row.digest());
    }

    private RuleSetRow locked(String version) {
        return sets.forUpdate(version).orElseThrow(() -> Problems.notFound("rule set", version));
    }
}
