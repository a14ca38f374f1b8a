package org.qualityzones.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.guard.Guard;
import org.qualityzones.guard.Refusal;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.ReferenceText;

/**
 * A sheet as a team filled it in.
 *
 * @param sheet version of the sheet
 * @param team subjects of the assessors; none of them may approve
 * @param scores one for every item of the sheet
 * @param vetoes veto items that were found
 */
public record ScoredSheet(
        @NotNull @ReferenceText String sheet,
        @NotNull @Size(max = 50) List<@NotNull @ReferenceText String> team,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Score> scores,
        @Size(max = 50) List<@NotNull @Valid Veto> vetoes) {

    public ScoredSheet {
        vetoes = Objects.requireNonNullElse(vetoes, List.of());
    }

    public BigDecimal total() {
        return scores.stream().map(Score::points).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** Throws a 400 that names the first item that does not fit the sheet. */
    void requireFits(AssessmentSheet against) {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < scores.size(); row++) {
            requireFits(against, scores.get(row), "/scores/" + row, seen);
        }
        against.items().filter(item -> !seen.contains(item.id())).findFirst().ifPresent(missing -> {
            throw Problems.invalid("/scores", "item-missing", "Item " + missing.id() + " has no score");
        });
        for (int row = 0; row < vetoes.size(); row++) {
            if (!against.hasVeto(vetoes.get(row).item())) {
                throw unknown("/vetoes/" + row + "/item", vetoes.get(row).item());
            }
        }
    }

    /** The rule that refuses {@code level}: a veto first, then the total. */
    public Optional<Refusal> refusal(AssessmentSheet against, String level) {
        if (!vetoes.isEmpty()) {
            return Optional.of(new Refusal(
                    Guard.VETO_ITEM, "Veto item found: " + vetoes.getFirst().item()));
        }
        BigDecimal mark = against.passMarks().get(level);
        return total().compareTo(mark) >= 0
                ? Optional.empty()
                : Optional.of(new Refusal(Guard.PASS_MARK, total() + " points; " + level + " needs " + mark));
    }

    private static void requireFits(AssessmentSheet against, Score score, String pointer, Set<String> seen) {
        AssessmentSheet.Item item =
                against.item(score.item()).orElseThrow(() -> unknown(pointer + "/item", score.item()));
        if (!seen.add(item.id())) {
            throw Problems.invalid(pointer + "/item", "item-twice", "Item " + item.id() + " is scored twice");
        }
        if (score.points().compareTo(item.points()) > 0) {
            throw Problems.invalid(
                    pointer + "/points", "too-many-points", "Item " + item.id() + " gives at most " + item.points());
        }
    }

    private static Problem unknown(String pointer, String item) {
        return Problems.invalid(pointer, "item-unknown", "The sheet has no item " + item);
    }
}
