package org.qualityzones.classification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.qualityzones.enterprise.QualityClass;

/** One proposal of a class, with the assessment it rests on and what became of it. */
@Entity
@Table(name = "class_assessment")
class ClassAssessment {
    @Id
    private UUID id;

    private long version;

    @Column(name = "enterprise_id")
    private UUID enterpriseId;

    @Column(name = "from_class")
    @Enumerated(EnumType.STRING)
    private QualityClass fromClass;

    @Column(name = "proposed_class")
    @Enumerated(EnumType.STRING)
    private QualityClass proposedClass;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ElementScore> elements = List.of();

    private String reason;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private String cause;
    private UUID restores;

    @Enumerated(EnumType.STRING)
    private AssessmentState state;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decision_reason")
    private String decisionReason;

    protected ClassAssessment() {}

    private ClassAssessment(UUID id, UUID enterpriseId, QualityClass from, QualityClass proposed, String reason) {
        this.id = id;
        this.version = 1;
        this.enterpriseId = enterpriseId;
        this.fromClass = from;
        this.proposedClass = proposed;
        this.reason = reason;
        this.state = AssessmentState.PROPOSED;
    }

    static ClassAssessment byPerson(
            UUID id, UUID enterprise, QualityClass from, ClassCommands.Propose command, String person, Instant now) {
        ClassAssessment made = new ClassAssessment(id, enterprise, from, command.proposedClass(), command.reason());
        made.elements = command.elements() == null ? List.of() : List.copyOf(command.elements());
        made.restores = command.restores();
        made.origin = Origin.PERSON;
        made.proposedBy = person;
        made.proposedAt = now;
        return made;
    }

    /** A proposal that follows from a result by a rule; {@code cause} names the result, once for each enterprise. */
    static ClassAssessment byRule(UUID id, UUID enterprise, QualityClass from, RuledProposal proposal, Instant now) {
        ClassAssessment made = new ClassAssessment(id, enterprise, from, proposal.proposedClass(), proposal.reason());
        made.origin = Origin.RULE;
        made.cause = proposal.cause();
        made.proposedBy = proposal.rule();
        made.proposedAt = now;
        return made;
    }

    void decide(AssessmentState to, String person, String why, LocalDate day, Instant now) {
        state = to;
        decidedBy = person;
        decisionReason = why;
        decidedOn = day;
        decidedAt = now;
        version++;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    QualityClass fromClass() {
        return fromClass;
    }

    QualityClass proposedClass() {
        return proposedClass;
    }

    List<ElementScore> elements() {
        return elements;
    }

    String reason() {
        return reason;
    }

    Origin origin() {
        return origin;
    }

    Optional<String> cause() {
        return Optional.ofNullable(cause);
    }

    Optional<UUID> restores() {
        return Optional.ofNullable(restores);
    }

    AssessmentState state() {
        return state;
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    Optional<String> decisionReason() {
        return Optional.ofNullable(decisionReason);
    }
}
