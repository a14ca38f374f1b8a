package org.qualityzones.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.qualityzones.sampling.SamplingPlan;
import org.qualityzones.sampling.Severity;

/** One inspection of one lot; its version rises with every event. Rows are changed under a lock of their own. */
@Entity
@Table(name = "inspection")
public class Inspection {

    @Id
    private UUID id;

    private long version;

    @Column(name = "declaration_id")
    private UUID declarationId;

    @Column(name = "line_no")
    private int lineNo;

    @Enumerated(EnumType.STRING)
    private InspectionKind kind;

    private String consignor;
    private String agent;
    private String producer;

    @Column(name = "hs_code")
    private String hsCode;

    @Column(name = "lot_no")
    private String lotNo;

    private String area;
    private String outcome;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Column(name = "rule_set_version")
    private String ruleSetVersion;

    @Convert(converter = PlansColumn.class)
    private List<SamplingPlan> plans;

    @Enumerated(EnumType.STRING)
    private InspectionStatus status;

    private String assignee;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Convert(converter = ResultColumn.class)
    private JudgedResult result;

    @Column(name = "judged_at")
    private Instant judgedAt;

    @Column(name = "judged_by")
    private String judgedBy;

    @Column(name = "corrective_action_id")
    private UUID correctiveActionId;

    protected Inspection() {}

    Inspection(UUID id, InspectedLine line, InspectionDesk.Order order, Instant openedAt, LocalDate dueOn) {
        this.id = id;
        this.version = 1;
        this.kind = order.correctiveActionId() == null ? InspectionKind.ORIGINAL : InspectionKind.AFTER_REWORK;
        this.declarationId = line.declarationId();
        this.lineNo = line.lineNo();
        this.consignor = line.consignor();
        this.agent = line.agent();
        this.producer = line.producer();
        this.hsCode = line.hsCode();
        this.lotNo = line.lotNo();
        this.area = line.area();
        this.outcome = order.outcome();
        this.severity = order.severity();
        this.ruleSetVersion = order.ruleSetVersion();
        this.plans = order.plans();
        this.status = InspectionStatus.OPEN;
        this.openedAt = openedAt;
        this.dueOn = dueOn;
        this.correctiveActionId = order.correctiveActionId();
    }

    void assign(String person) {
        this.assignee = person;
        this.status = InspectionStatus.ASSIGNED;
        this.version++;
    }

    void cancel() {
        this.status = InspectionStatus.CANCELLED;
        this.version++;
    }

    void judged(boolean accepted, List<SamplingPlan> by, JudgedResult found, Instant at, String person) {
        this.status = accepted ? InspectionStatus.ACCEPTED : InspectionStatus.REJECTED;
        this.plans = by;
        this.result = found;
        this.judgedAt = at;
        this.judgedBy = person;
        this.version++;
    }

    /** The line as it was when the inspection was opened. */
    public InspectedLine line() {
        return new InspectedLine(declarationId, lineNo, consignor, agent, producer, hsCode, lotNo, area);
    }

    /** The same inspection once more, after rework. */
    public InspectionDesk.Order again(UUID correctiveAction) {
        return new InspectionDesk.Order(outcome, plans, severity, ruleSetVersion, correctiveAction);
    }

    public UUID id() {
        return id;
    }

    public InspectionStatus status() {
        return status;
    }

    long version() {
        return version;
    }

    InspectionKind kind() {
        return kind;
    }

    String outcome() {
        return outcome;
    }

    Severity severity() {
        return severity;
    }

    String ruleSetVersion() {
        return ruleSetVersion;
    }

    List<SamplingPlan> plans() {
        return plans;
    }

    String assignee() {
        return assignee;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    Instant openedAt() {
        return openedAt;
    }

    JudgedResult result() {
        return result;
    }

    Instant judgedAt() {
        return judgedAt;
    }

    UUID correctiveActionId() {
        return correctiveActionId;
    }

    /** Null until there is a result. */
    Boolean accepted() {
        return result == null ? null : status == InspectionStatus.ACCEPTED;
    }
}
