package org.qualityzones.annualreport;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.web.codes.Money;

/** One year of one certificate as its holder reported it; never changed. */
@Entity
@Table(name = "certificate_report")
class AnnualReport {

    @Id
    private UUID id;

    @Column(name = "certificate_id")
    private UUID certificateId;

    private int year;
    private long lots;
    private String amount;
    private String currency;
    private long complaints;
    private String remarks;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "filed_by")
    private String filedBy;

    @Column(name = "filed_at")
    private Instant filedAt;

    protected AnnualReport() {}

    AnnualReport(UUID id, UUID certificateId, AnnualReportCommand command, LocalDate dueOn, String by, Instant at) {
        this.id = id;
        this.certificateId = certificateId;
        this.year = command.year();
        this.lots = command.lots();
        this.amount = command.value().amount();
        this.currency = command.value().currency();
        this.complaints = command.complaints();
        this.remarks = command.remarks();
        this.dueOn = dueOn;
        this.filedBy = by;
        this.filedAt = at;
    }

    boolean late() {
        return ShanghaiDays.of(filedAt).isAfter(dueOn);
    }

    AnnualReportView view() {
        return new AnnualReportView(
                year, lots, new Money(amount, currency), complaints, remarks, dueOn, late(), filedAt);
    }
}
