package org.qualityzones.declaration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What came of verifying the documents of a line that was decided {@code VERIFY}; never changed. */
@Entity
@Immutable
@Table(name = "document_verification")
public class DocumentVerification {

    @Id
    private UUID id;

    @Column(name = "declaration_id")
    private UUID declarationId;

    @Column(name = "line_no")
    private int lineNo;

    @Column(name = "decision_id")
    private UUID decisionId;

    private boolean conforming;
    private String remarks;

    @Column(name = "verified_by")
    private String verifiedBy;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    protected DocumentVerification() {}

    DocumentVerification(
            UUID id, UUID declarationId, DeclarationLine line, Finding finding, String verifiedBy, Instant verifiedAt) {
        this.id = id;
        this.declarationId = declarationId;
        this.lineNo = line.lineNo();
        this.decisionId = line.decisionId();
        this.conforming = finding.conforming();
        this.remarks = finding.remarks();
        this.verifiedBy = verifiedBy;
        this.verifiedAt = verifiedAt;
    }

    /** Whether the documents conform, and what there is to say about them. */
    record Finding(boolean conforming, String remarks) {}

    UUID id() {
        return id;
    }

    Finding finding() {
        return new Finding(conforming, remarks);
    }
}
