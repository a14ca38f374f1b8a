package org.qualityzones.decisionoverride;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.qualityzones.decision.Overruling;
import org.qualityzones.decisionrecord.DecidedLine;
import org.qualityzones.facts.Digests;
import org.qualityzones.ruleset.Outcome;

/** Another outcome for a decision, proposed by one person and approved or refused by another. */
@Entity
@Table(name = "decision_override")
public class DecisionOverride {

    /** Somebody who acts. @param subject of the token, kept for audit and never shown @param role in which it acts */
    record Person(String subject, String role) {}

    @Id
    private UUID id;

    private long version;

    @Column(name = "decision_id")
    private UUID decisionId;

    @Column(name = "declaration_id")
    private UUID declarationId;

    @Column(name = "line_no")
    private int lineNo;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_outcome")
    private Outcome fromOutcome;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String reason;

    @Enumerated(EnumType.STRING)
    private OverrideStatus status;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposer_role")
    private String proposerRole;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "settled_by")
    private String settledBy;

    @Column(name = "settler_role")
    private String settlerRole;

    @Column(name = "settled_at")
    private Instant settledAt;

    private String remarks;

    @Column(name = "new_decision_id")
    private UUID newDecisionId;

    protected DecisionOverride() {}

    DecisionOverride(UUID id, DecidedLine line, OverrideCommands.Propose proposal, Person proposer, Instant now) {
        this.id = id;
        this.version = 1;
        this.decisionId = line.decisionId();
        this.declarationId = line.declarationId();
        this.lineNo = line.lineNo();
        this.fromOutcome = line.outcome();
        this.outcome = proposal.outcome();
        this.reason = proposal.reason();
        this.status = OverrideStatus.PROPOSED;
        this.proposedBy = proposer.subject();
        this.proposerRole = proposer.role();
        this.proposedAt = now;
    }

    void approve(UUID newDecision, Person person, String remark, Instant now) {
        this.newDecisionId = newDecision;
        settle(OverrideStatus.APPROVED, person, remark, now);
    }

    void refuse(Person person, String remark, Instant now) {
        settle(OverrideStatus.REFUSED, person, remark, now);
    }

    private void settle(OverrideStatus end, Person person, String remark, Instant now) {
        this.status = end;
        this.settledBy = person.subject();
        this.settlerRole = person.role();
        this.settledAt = now;
        this.remarks = remark;
        this.version++;
    }

    /** As the new decision's record keeps it. */
    Overruling overruling(Person approver) {
        return new Overruling(id, outcome, proposerRole, approver.role(), reasonDigest());
    }

    boolean isProposedBy(Person person) {
        return proposedBy.equals(person.subject());
    }

    String reasonDigest() {
        return Digests.sha256(reason.getBytes(StandardCharsets.UTF_8));
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID decisionId() {
        return decisionId;
    }

    UUID declarationId() {
        return declarationId;
    }

    int lineNo() {
        return lineNo;
    }

    Outcome fromOutcome() {
        return fromOutcome;
    }

    Outcome outcome() {
        return outcome;
    }

    String reason() {
        return reason;
    }

    OverrideStatus status() {
        return status;
    }

    String proposerRole() {
        return proposerRole;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    String settlerRole() {
        return settlerRole;
    }

    Instant settledAt() {
        return settledAt;
    }

    String remarks() {
        return remarks;
    }

    UUID newDecisionId() {
        return newDecisionId;
    }
}
