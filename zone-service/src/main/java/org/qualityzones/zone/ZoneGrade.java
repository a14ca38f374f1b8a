package org.qualityzones.zone;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One award of a grade, kept for good with its source. */
@Entity
@Table(name = "zone_grade")
public class ZoneGrade {
    @Id
    private UUID id;

    @Column(name = "zone_id")
    private UUID zoneId;

    @Enumerated(EnumType.STRING)
    private ZoneLevel level;

    @Column(name = "graded_from")
    private LocalDate gradedFrom;

    @Column(name = "graded_until")
    private LocalDate gradedUntil;

    private String source;

    @Enumerated(EnumType.STRING)
    private Provenance provenance;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected ZoneGrade() {}

    public ZoneGrade(UUID id, UUID zoneId, GradeFacts facts, Instant recordedAt) {
        this.id = id;
        this.zoneId = zoneId;
        this.level = facts.level();
        this.gradedFrom = facts.from();
        this.recordedAt = recordedAt;
        correct(facts);
    }

    /** Replaces what a source says about the same award. */
    public void correct(GradeFacts facts) {
        gradedUntil = facts.until();
        source = facts.source();
        provenance = facts.provenance();
    }

    public GradeFacts facts() {
        return new GradeFacts(level, gradedFrom, gradedUntil, source, provenance);
    }

    UUID id() {
        return id;
    }

    UUID zoneId() {
        return zoneId;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
