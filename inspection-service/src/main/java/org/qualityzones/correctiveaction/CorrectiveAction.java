package org.qualityzones.correctiveaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.qualityzones.inspection.InspectedLine;

/** What a producer must put right about one lot; its version rises with every event. */
@Entity
@Table(name = "corrective_action")
public class CorrectiveAction {

    /** What did not conform. */
    public enum Cause {
        INSPECTION,
        DOCUMENTS
    }

    @Id
    private UUID id;

    private long version;

    @Column(name = "declaration_id")
    private UUID declarationId;

    @Column(name = "line_no")
    private int lineNo;

    private String consignor;
    private String agent;
    private String producer;

    @Column(name = "hs_code")
    private String hsCode;

    @Column(name = "lot_no")
    private String lotNo;

    private String area;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    @Enumerated(EnumType.STRING)
    private CorrectiveActionStatus status;

    private LocalDate deadline;

    @Column(name = "opened_at")
    private Instant openedAt;

    private String measures;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "inspection_id")
    private UUID inspectionId;

    @Column(name = "rework_inspection_id")
    private UUID reworkInspectionId;

    protected CorrectiveAction() {}

    /** @param inspectionId null for documents */
    CorrectiveAction(UUID id, InspectedLine line, UUID inspectionId, LocalDate deadline, Instant openedAt) {
        this.id = id;
        this.version = 1;
        this.declarationId = line.declarationId();
        this.lineNo = line.lineNo();
        this.consignor = line.consignor();
        this.agent = line.agent();
        this.producer = line.producer();
        this.hsCode = line.hsCode();
        this.lotNo = line.lotNo();
        this.area = line.area();
        this.cause = inspectionId == null ? Cause.DOCUMENTS : Cause.INSPECTION;
        this.status = CorrectiveActionStatus.OPEN;
        this.deadline = deadline;
        this.openedAt = openedAt;
        this.inspectionId = inspectionId;
    }

    void submit(String whatWasDone, UUID reworkInspection) {
        this.status = CorrectiveActionStatus.SUBMITTED;
        this.measures = whatWasDone;
        this.reworkInspectionId = reworkInspection;
        this.version++;
    }

    void close(CorrectiveActionStatus end, Instant now) {
        this.status = end;
        this.closedAt = now;
        this.version++;
    }

    void extend(LocalDate newDeadline) {
        this.deadline = newDeadline;
        this.version++;
    }

    InspectedLine line() {
        return new InspectedLine(declarationId, lineNo, consignor, agent, producer, hsCode, lotNo, area);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Cause cause() {
        return cause;
    }

    CorrectiveActionStatus status() {
        return status;
    }

    LocalDate deadline() {
        return deadline;
    }

    Instant openedAt() {
        return openedAt;
    }

    String measures() {
        return measures;
    }

    Instant closedAt() {
        return closedAt;
    }

    UUID inspectionId() {
        return inspectionId;
    }

    UUID reworkInspectionId() {
        return reworkInspectionId;
    }
}
