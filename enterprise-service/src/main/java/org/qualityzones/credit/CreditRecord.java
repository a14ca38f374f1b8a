package org.qualityzones.credit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.enterprise.CreditLevel;

/** One entry of an enterprise's credit file. */
@Entity
@Table(name = "credit_record")
class CreditRecord {
    @Id
    private UUID id;

    private long version;

    @Column(name = "enterprise_id")
    private UUID enterpriseId;

    @Enumerated(EnumType.STRING)
    private CreditKind kind;

    @Enumerated(EnumType.STRING)
    private CreditCategory category;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Enumerated(EnumType.STRING)
    private CreditLevel level;

    @Column(name = "occurred_on")
    private LocalDate occurredOn;

    @Column(name = "counts_until")
    private LocalDate countsUntil;

    private String reason;
    private String instrument;
    private String cause;

    @Enumerated(EnumType.STRING)
    private CreditState state;

    private boolean lapsed;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "moved_at")
    private Instant movedAt;

    @Column(name = "move_reason")
    private String moveReason;

    protected CreditRecord() {}

    CreditRecord(UUID id, UUID enterpriseId, CreditEntry entry, String recordedBy, Instant now) {
        this.id = id;
        this.version = 1;
        this.enterpriseId = enterpriseId;
        this.kind = entry.kind();
        this.category = entry.category();
        this.severity = entry.severity();
        this.level = entry.level();
        this.occurredOn = entry.occurredOn();
        this.countsUntil = entry.countsUntil();
        this.reason = entry.reason();
        this.instrument = entry.instrument();
        this.cause = entry.cause();
        this.state = CreditState.RECORDED;
        this.recordedBy = recordedBy;
        this.recordedAt = now;
        this.movedAt = now;
    }

    void move(CreditState to, String why, Instant now) {
        state = to;
        moveReason = why;
        movedAt = now;
        version++;
    }

    /** Its term is over: it stays on record and counts no longer. */
    void lapse(Instant now) {
        lapsed = true;
        movedAt = now;
        version++;
    }

    boolean counts() {
        return !lapsed && state != CreditState.WITHDRAWN;
    }

    boolean isRepaired() {
        return state == CreditState.REPAIRED;
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

    CreditEntry entry() {
        return new CreditEntry(kind, category, severity, level, occurredOn, countsUntil, reason, instrument, cause);
    }

    CreditState state() {
        return state;
    }

    boolean lapsed() {
        return lapsed;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Optional<String> moveReason() {
        return Optional.ofNullable(moveReason);
    }
}
