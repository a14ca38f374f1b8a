package org.qualityzones.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.qualityzones.ruleset.Citation;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Answers which rule sets there are, what they say and what they cite. */
@ApplicationScoped
class RuleBookService {

    private final RuleBook rules;
    private final RuleSets sets;

    RuleBookService(RuleBook rules, RuleSets sets) {
        this.rules = rules;
        this.sets = sets;
    }

    /** Newest first; drafts for those who draft and audit. */
    @Transactional
    Page<RuleSetView> list(PageRequest page, Caller caller) {
        return Page.of(sets.newest(seesDrafts(caller), page.after(), page.limit() + 1), page, RuleSetRow::id)
                .map(RuleSetView::brief);
    }

    @Transactional
    Answer find(String version, Caller caller) {
        RuleSetRow row = visible(version, caller);
        return Answer.ok(row.revision(), RuleSetView.whole(row));
    }

    private RuleSetRow visible(String version, Caller caller) {
        return sets.find(version)
                .filter(row -> row.status().isFixed() || seesDrafts(caller))
                .orElseThrow(() -> Problems.notFound("rule set", version));
    }

    private static boolean seesDrafts(Caller caller) {
        return caller.isAny(Roles.AUTHORITY, Roles.AUDITOR);
    }

    @Transactional
    CitationView citing(String instrument) {
        List<CitationView.Place> places = rules.all().reversed().stream()
                .flatMap(RuleBookService::places)
                .filter(place -> place.citation().instrument().equals(instrument))
                .toList();
        if (places.isEmpty()) {
            throw Problems.notFound("citation of", instrument);
        }
        return new CitationView(instrument, places);
    }

    private static Stream<CitationView.Place> places(RuleSet set) {
        return Stream.of(
                        set.rules().stream()
                                .flatMap(rule -> places(set, CitationView.Kind.RULE, rule.id(), rule.citations())),
                        set.parameters().stream()
                                .flatMap(parameter -> places(
                                        set, CitationView.Kind.PARAMETER, parameter.id(), parameter.citations())),
                        set.definitions().stream()
                                .flatMap(
                                        word -> places(set, CitationView.Kind.DEFINITION, word.id(), word.citations())),
                        Arrays.stream(Mode.values())
                                .map(set::policy)
                                .filter(Objects::nonNull)
                                .flatMap(policy -> places(
                                        set,
                                        CitationView.Kind.MODE,
                                        policy.mode().name(),
                                        policy.citations())),
                        places(set, CitationView.Kind.MATRIX, null, set.matrix().citations()),
                        places(
                                set,
                                CitationView.Kind.SAMPLING,
                                null,
                                set.sampling().citations()))
                .flatMap(places -> places);
    }

    private static Stream<CitationView.Place> places(
            RuleSet set, CitationView.Kind kind, String id, List<Citation> citations) {
        return citations.stream().map(citation -> new CitationView.Place(set.version(), kind, id, citation));
    }
}
