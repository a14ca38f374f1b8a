package org.qualityzones.indicator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** One reported figure. Append-only: a correction is a later figure. */
@Entity
@Table(name = "indicator")
class Indicator {
    @Id
    private UUID id;

    @Column(name = "zone_id")
    private UUID zoneId;

    private int year;

    @Enumerated(EnumType.STRING)
    private IndicatorKind kind;

    private BigDecimal value;
    private String source;
    private String coverage;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected Indicator() {}

    Indicator(UUID id, UUID zoneId, IndicatorCommand figure, String recordedBy, Instant recordedAt) {
        this.id = id;
        this.zoneId = zoneId;
        this.year = figure.year();
        this.kind = figure.indicator();
        this.value = figure.value();
        this.source = figure.source();
        this.coverage = figure.coverage();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    UUID id() {
        return id;
    }

    int year() {
        return year;
    }

    IndicatorKind kind() {
        return kind;
    }

    BigDecimal value() {
        return value;
    }

    String source() {
        return source;
    }

    String coverage() {
        return coverage;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
