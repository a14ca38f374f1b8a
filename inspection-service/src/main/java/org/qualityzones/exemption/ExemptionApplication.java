package org.qualityzones.exemption;

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

/** One application; its version rises with every event. */
@Entity
@Table(name = "exemption_application")
class ExemptionApplication {

    @Id
    private UUID id;

    private long version;
    private String uscc;
    private String area;
    private String product;

    @Column(name = "hs_prefixes")
    private String[] hsPrefixes;

    private String standard;

    @Convert(converter = DocumentsColumn.class)
    private List<ApplicationDocument> documents;

    private String renews;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "applied_at")
    private Instant appliedAt;

    @Column(name = "proposed_by")
    private String proposedBy;

    private String reason;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    private String certificate;

    protected ExemptionApplication() {}

    ExemptionApplication(UUID id, ExemptionCommands.Apply command, String area, Instant appliedAt) {
        this.id = id;
        this.version = 1;
        this.uscc = command.uscc();
        this.area = area;
        this.renews = command.renews();
        this.status = ApplicationStatus.PRELIMINARY_REVIEW;
        this.appliedAt = appliedAt;
        describe(command);
    }

    final void describe(ExemptionCommands.Apply command) {
        this.product = command.product();
        this.hsPrefixes = command.goods().toArray(String[]::new);
        this.standard = command.standard();
        this.documents = command.documents();
    }

    /** The application as the applicant wrote it. */
    ExemptionCommands.Apply asApplied() {
        return new ExemptionCommands.Apply(uscc, product, hsPrefixes(), standard, renews, documents);
    }

    /** @param nextDueOn last day for the step after this one; null where none is set */
    void move(ApplicationStatus to, String why, LocalDate nextDueOn) {
        this.status = to;
        this.reason = why;
        this.dueOn = nextDueOn;
        this.version++;
    }

    void proposedBy(String person) {
        this.proposedBy = person;
    }

    /** @param number of the certificate; null where none was granted */
    void decided(String number, LocalDate day, Instant at) {
        this.certificate = number;
        this.decidedOn = day;
        this.decidedAt = at;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String uscc() {
        return uscc;
    }

    String area() {
        return area;
    }

    String product() {
        return product;
    }

    List<String> hsPrefixes() {
        return List.of(hsPrefixes);
    }

    String standard() {
        return standard;
    }

    List<ApplicationDocument> documents() {
        return documents;
    }

    String renews() {
        return renews;
    }

    ApplicationStatus status() {
        return status;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    Instant appliedAt() {
        return appliedAt;
    }

    String proposedBy() {
        return proposedBy;
    }

    String reason() {
        return reason;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    String certificate() {
        return certificate;
    }
}
