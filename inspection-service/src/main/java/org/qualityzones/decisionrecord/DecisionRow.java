package org.qualityzones.decisionrecord;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionRecord;
import org.qualityzones.ruleset.Outcome;

/** One decision as it was made; never changed. The bytes are what the digests are of. */
@Entity
@Immutable
@Table(name = "decision")
public class DecisionRow {

    @Id
    private UUID id;

    @Column(name = "declaration_id")
    private UUID declarationId;

    @Column(name = "line_no")
    private int lineNo;

    private String outcome;
    private String mode;

    @Column(name = "rule_set_version")
    private String ruleSetVersion;

    private String digest;
    private byte[] facts;
    private byte[] record;

    @Enumerated(EnumType.STRING)
    private DecisionContext.Cause cause;

    private UUID supersedes;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected DecisionRow() {}

    static DecisionRow of(Decision decision) {
        DecisionContext context = decision.context();
        DecisionRecord bytes = decision.record();
        DecisionRow row = new DecisionRow();
        row.id = context.id();
        row.declarationId = context.declarationId();
        row.lineNo = context.lineNo();
        row.outcome = decision.outcome().name();
        row.mode = decision.mode().name();
        row.ruleSetVersion = decision.ruleSet().version();
        row.digest = bytes.digest();
        row.facts = decision.facts().bytes();
        row.record = bytes.bytes();
        row.cause = context.cause();
        row.supersedes = context.supersedes();
        row.decidedAt = context.decidedAt();
        return row;
    }

    public UUID id() {
        return id;
    }

    UUID declarationId() {
        return declarationId;
    }

    int lineNo() {
        return lineNo;
    }

    /** @throws Problem 422 when what is stored is no outcome */
    Outcome outcome() {
        try {
            return Outcome.valueOf(outcome);
        } catch (IllegalArgumentException _) {
            throw Unreadable.stored("outcome");
        }
    }

    /** As it is stored, whatever it says. */
    String storedOutcome() {
        return outcome;
    }

    /** As it is stored, whatever it says. */
    String storedMode() {
        return mode;
    }

    String ruleSetVersion() {
        return ruleSetVersion;
    }

    public String digest() {
        return digest;
    }

    DecisionContext.Cause cause() {
        return cause;
    }

    UUID supersedes() {
        return supersedes;
    }

    byte[] facts() {
        return facts;
    }

    byte[] record() {
        return record;
    }
}
