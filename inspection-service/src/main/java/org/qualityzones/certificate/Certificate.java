package org.qualityzones.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One certificate; its version rises with every event. Its scope never changes: another scope is another certificate. */
@Entity
@Table(name = "certificate")
public class Certificate {

    @Id
    private UUID id;

    private long version;
    private String number;

    @Column(name = "status_entry")
    private long statusEntry;

    private String uscc;
    private String area;
    private String product;

    @Column(name = "hs_prefixes")
    private String[] hsPrefixes;

    private String standard;

    @Enumerated(EnumType.STRING)
    private CertificateStatus status;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "rectify_by")
    private LocalDate rectifyBy;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_on")
    private LocalDate revokedOn;

    @Column(name = "application_id")
    private UUID applicationId;

    private String renews;
    private String provenance;
    private String source;

    @Column(name = "issued_at")
    private Instant issuedAt;

    protected Certificate() {}

    Certificate(UUID id, String number, long statusEntry, IssuedCertificate issued, Instant issuedAt) {
        this.id = id;
        this.version = 1;
        this.number = number;
        this.statusEntry = statusEntry;
        this.uscc = issued.uscc();
        this.area = issued.area();
        this.product = issued.product();
        this.hsPrefixes = issued.hsPrefixes().toArray(String[]::new);
        this.standard = issued.standard();
        this.status = CertificateStatus.VALID;
        this.validFrom = issued.validFrom();
        this.validUntil = issued.validUntil();
        this.applicationId = issued.applicationId();
        this.renews = issued.renews();
        this.provenance = issued.provenance();
        this.source = issued.source();
        this.issuedAt = issuedAt;
    }

    void suspend(LocalDate lastDayOfRectification) {
        this.status = CertificateStatus.SUSPENDED;
        this.rectifyBy = lastDayOfRectification;
        this.version++;
    }

    void reinstate() {
        this.status = CertificateStatus.VALID;
        this.rectifyBy = null;
        this.version++;
    }

    void revoke(LocalDate day, Instant at) {
        this.status = CertificateStatus.REVOKED;
        this.rectifyBy = null;
        this.revokedOn = day;
        this.revokedAt = at;
        this.version++;
    }

    void expire() {
        this.status = CertificateStatus.EXPIRED;
        this.rectifyBy = null;
        this.version++;
    }

    /** Something was told or reported that leaves the certificate as it is. */
    void note() {
        this.version++;
    }

    /** What it is on a day: the status on record, or expired once the term is over. */
    public CertificateStatus on(LocalDate day) {
        return status != CertificateStatus.REVOKED && day.isAfter(validUntil) ? CertificateStatus.EXPIRED : status;
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    public String number() {
        return number;
    }

    CertificateStatus status() {
        return status;
    }

    long statusEntry() {
        return statusEntry;
    }

    public String uscc() {
        return uscc;
    }

    public String area() {
        return area;
    }

    public String product() {
        return product;
    }

    public List<String> hsPrefixes() {
        return List.of(hsPrefixes);
    }

    public String standard() {
        return standard;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validUntil() {
        return validUntil;
    }

    LocalDate rectifyBy() {
        return rectifyBy;
    }

    Instant revokedAt() {
        return revokedAt;
    }

    public LocalDate revokedOn() {
        return revokedOn;
    }

    UUID applicationId() {
        return applicationId;
    }

    String renews() {
        return renews;
    }

    public String provenance() {
        return provenance;
    }

    public String source() {
        return source;
    }

    Instant issuedAt() {
        return issuedAt;
    }
}
