package org.qualityzones.warning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.qualityzones.contracts.RiskWarningState;

/** A risk warning for a scope of goods, destinations or enterprises (AQSIQ Order 1 of 2001, early warning). */
@Entity
@Table(name = "risk_warning")
class RiskWarning {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "hs_prefix")
    private String hsPrefix;

    private String destination;

    private String uscc;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    private int level;

    @Enumerated(EnumType.STRING)
    private WarningMeasure measure;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private LocalDate until;

    @Enumerated(EnumType.STRING)
    private WarningStatus status;

    private String reason;

    @Column(name = "alert_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> alertIds;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "lifted_at")
    private Instant liftedAt;

    @Column(name = "lift_reason")
    private String liftReason;

    protected RiskWarning() {}

    RiskWarning(UUID id, WarningCommands.Issue command, Instant now) {
        this.id = id;
        this.hsPrefix = command.scope().hsPrefix();
        this.destination = command.scope().destination();
        this.uscc = command.scope().uscc();
        this.level = command.level();
        this.measure = command.measure();
        this.from = command.from();
        this.until = command.until();
        this.reason = command.reason();
        this.alertIds = command.alertIdTexts();
        this.status = WarningStatus.ACTIVE;
        this.issuedAt = now;
    }

    void lift(String why, Instant now) {
        status = WarningStatus.LIFTED;
        liftReason = why;
        liftedAt = now;
    }

    /** The whole public state, as events carry it. */
    RiskWarningState state() {
        return new RiskWarningState(
                id.toString(),
                new RiskWarningState.Scope(hsPrefix, destination, uscc),
                level,
                measure.name(),
                from,
                until,
                status.name(),
                reason,
                List.copyOf(alertIds),
                liftedAt,
                version);
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

    int level() {
        return level;
    }

    WarningMeasure measure() {
        return measure;
    }

    WarningStatus status() {
        return status;
    }

    String reason() {
        return reason;
    }

    LocalDate from() {
        return from;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant liftedAt() {
        return liftedAt;
    }

    String liftReason() {
        return liftReason;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RiskWarning that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
