package org.qualityzones.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qualityzones.guard.Guard;
import org.qualityzones.guard.Refusal;

/** All scored sheets. */
@ApplicationScoped
public class Assessments implements PanacheRepositoryBase<Assessment, UUID> {
    private final AssessmentSheets sheets;
    private final ObjectMapper json;
    private final Clock clock;

    Assessments(AssessmentSheets sheets, ObjectMapper json, Clock clock) {
        this.sheets = sheets;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the sheet for {@code subject}, in place of an earlier one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void score(UUID subject, ScoredSheet scored, String by) {
        scored.requireFits(sheets.of(scored));
        Assessment assessment = findByIdOptional(subject).orElseGet(() -> new Assessment(subject));
        assessment.score(json.valueToTree(scored), scored.total(), by, clock.instant());
        persist(assessment);
    }

    /** What was scored, empty where nothing was yet. */
    public Optional<AssessmentView> of(UUID subject) {
        return findByIdOptional(subject).map(this::view);
    }

    /** The rule that stands against {@code level} for this subject. */
    public Optional<Refusal> refusal(UUID subject, String level) {
        return findByIdOptional(subject)
                .map(assessment -> read(assessment.scored()))
                .map(scored -> scored.refusal(sheets.of(scored), level))
                .orElseGet(() -> Optional.of(new Refusal(Guard.SCORED, "PUT the scored sheet first")));
    }

    /** Everyone who took part in scoring. */
    public Set<String> people(UUID subject) {
        Set<String> people = new HashSet<>();
        findByIdOptional(subject).ifPresent(assessment -> {
            people.add(assessment.scoredBy());
            people.addAll(read(assessment.scored()).team());
        });
        return people;
    }

    private AssessmentView view(Assessment assessment) {
        ScoredSheet scored = read(assessment.scored());
        return new AssessmentView(
                scored.sheet(),
                scored.team(),
                scored.scores(),
                scored.vetoes(),
                assessment.total().toPlainString(),
                assessment.scoredAt());
    }

    private ScoredSheet read(JsonNode scored) {
        try {
            return json.treeToValue(scored, ScoredSheet.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
