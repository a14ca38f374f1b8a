package org.qualityzones.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.ruleset.Citation;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.RuleSet;

/**
 * A place of a rule set that cites an instrument.
 *
 * @param ruleSet its version
 * @param id of the rule, parameter, definition or mode, or the HS prefix of a product; null for the matrix and for sampling
 * @param citation as the rule set says it
 * @param acknowledged whether a CONFIGURED citation at the same place carries on the practice of this instrument, with a reason
 */
@Schema(name = "CitedPlace")
public record CitedPlace(String ruleSet, Kind kind, String id, Citation citation, boolean acknowledged) {

    /** What in a rule set cites. */
    @Schema(name = "CitedPlaceKind")
    public enum Kind {
        RULE,
        PARAMETER,
        DEFINITION,
        MATRIX,
        MODE,
        SAMPLING,
        PRODUCT
    }

    /** Every place of a rule set that cites, once for each citation. */
    public static Stream<CitedPlace> of(RuleSet set) {
        return Stream.of(
                        set.rules().stream().flatMap(rule -> at(set, Kind.RULE, rule.id(), rule.citations())),
                        set.parameters().stream()
                                .flatMap(figure -> at(set, Kind.PARAMETER, figure.id(), figure.citations())),
                        set.definitions().stream()
                                .flatMap(word -> at(set, Kind.DEFINITION, word.id(), word.citations())),
                        Arrays.stream(Mode.values())
                                .map(set::policy)
                                .filter(Objects::nonNull)
                                .flatMap(policy ->
                                        at(set, Kind.MODE, policy.mode().name(), policy.citations())),
                        at(set, Kind.MATRIX, null, set.matrix().citations()),
                        at(set, Kind.SAMPLING, null, set.sampling().citations()),
                        set.sampling().products().stream()
                                .flatMap(product -> at(set, Kind.PRODUCT, product.hsPrefix(), product.citations())))
                .flatMap(places -> places);
    }

    /** The places that rest on a repealed instrument, which nobody acknowledged. */
    public static List<CitedPlace> unacknowledged(RuleSet set, Set<String> repealed) {
        return of(set).filter(place -> !place.acknowledged()
                        && repealed.contains(place.citation().instrument()))
                .toList();
    }

    private static Stream<CitedPlace> at(RuleSet set, Kind kind, String id, List<Citation> citations) {
        return citations.stream()
                .map(citation -> new CitedPlace(
                        set.version(), kind, id, citation, Citation.acknowledged(citations, citation.instrument())));
    }
}
