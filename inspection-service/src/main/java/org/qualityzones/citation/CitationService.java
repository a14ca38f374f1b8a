package org.qualityzones.citation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.qualityzones.instrument.CitedPlace;
import org.qualityzones.instrument.InstrumentStatus;
import org.qualityzones.instrument.Instruments;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** Follows citations from instruments to rules and decisions, and takes in which instruments were repealed. */
@ApplicationScoped
class CitationService {

    private final RuleBook rules;
    private final Instruments instruments;
    private final Uses uses;
    private final Audit audit;
    private final Clock clock;

    CitationService(RuleBook rules, Instruments instruments, Uses uses, Audit audit, Clock clock) {
        this.rules = rules;
        this.instruments = instruments;
        this.uses = uses;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Answer find(String instrument, Caller caller) {
        return answer(instrument, caller);
    }

    /** Records whether an instrument is in force; answers what that asks for. */
    @Transactional
    Answer record(String instrument, CitationCommand command, IfMatch ifMatch, Caller caller) {
        long version = view(instrument, caller).status() == null
                ? 0
                : instruments.find(instrument).orElseThrow().version();
        ifMatch.require(version);
        InstrumentStatus status = new InstrumentStatus(
                instrument, version + 1, command.status(), command.effectiveOn(), command.source(), clock.instant());
        if (!instruments.add(status, caller.key())) {
            throw Problem.of(CommonProblem.STALE_VERSION, "Somebody else recorded the status of " + instrument);
        }
        audit.record("instrument.status", instrument, command.status().name());
        return answer(instrument, caller);
    }

    private Answer answer(String instrument, Caller caller) {
        CitationView view = view(instrument, caller);
        return Answer.ok(view.status() == null ? 0 : view.status().version(), view);
    }

    private CitationView view(String instrument, Caller caller) {
        List<CitationView.Place> citedBy = rules.all().reversed().stream()
                .flatMap(CitedPlace::of)
                .filter(place -> place.citation().instrument().equals(instrument))
                .map(this::counted)
                .toList();
        List<CitedPlace> open = Stream.concat(rules.unretired().stream(), drafts(caller))
                .flatMap(CitedPlace::of)
                .filter(place -> place.citation().instrument().equals(instrument))
                .toList();
        if (citedBy.isEmpty() && open.isEmpty()) {
            throw Problems.notFound("citation of", instrument);
        }
        InstrumentStatus status = instruments.find(instrument).orElse(null);
        boolean repealed = status != null && status.status() == InstrumentStatus.Status.REPEALED;
        Instant until = uses.countedUntil();
        return new CitationView(
                instrument,
                status,
                uses.ofInstrument(instrument),
                until,
                citedBy,
                open.stream().filter(place -> repealed && !place.acknowledged()).toList());
    }

    private Stream<RuleSet> drafts(Caller caller) {
        return RuleBook.seesDrafts(caller) ? rules.drafts().stream() : Stream.empty();
    }

    private CitationView.Place counted(CitedPlace place) {
        return new CitationView.Place(
                place.ruleSet(),
                place.kind(),
                place.id(),
                place.citation(),
                place.acknowledged(),
                place.kind() == CitedPlace.Kind.RULE ? uses.ofRule(place.ruleSet(), place.id()) : null);
    }
}
