package org.qualityzones.rulebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.qualityzones.ruleset.Citation;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.Page;
import org.qualityzones.web.Problems;

/** Answers which rule sets there are, what they say and what they cite. */
@ApplicationScoped
class RuleBookService {

    private final RuleBook rules;
    private final ObjectMapper json;

    RuleBookService(RuleBook rules, ObjectMapper json) {
        this.rules = rules;
        this.json = json;
    }

    /** Newest first. */
    Page<RuleSetView> list() {
        return new Page<>(
                rules.all().reversed().stream().map(RuleSetView::brief).toList(), null);
    }

    RuleSetView find(String version) {
        RuleSet found = rules.find(version).orElseThrow(() -> Problems.notFound("rule set", version));
        try {
            return RuleSetView.brief(found).with(json.readTree(found.document()));
        } catch (IOException e) {
            throw new UncheckedIOException("The document of rule set " + version + " was read before", e);
        }
    }

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
