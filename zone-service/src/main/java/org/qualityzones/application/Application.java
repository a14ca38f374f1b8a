package org.qualityzones.application;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.qualityzones.zone.ZoneLevel;

/** One application of a zone for a grade. */
@Entity
@Table(name = "zone_application")
class Application {
    @Id
    private UUID id;

    private long version;

    @Column(name = "zone_id")
    private UUID zoneId;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_level")
    private ZoneLevel targetLevel;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode evidence;

    @Column(name = "notice_from")
    private LocalDate noticeFrom;

    @Column(name = "notice_until")
    private LocalDate noticeUntil;

    private String announcement;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Application() {}

    Application(UUID id, UUID zoneId, ZoneLevel targetLevel, JsonNode evidence, String createdBy, Instant createdAt) {
        this.id = id;
        this.version = 1;
        this.zoneId = zoneId;
        this.targetLevel = targetLevel;
        this.state = ApplicationState.DRAFT;
        this.evidence = evidence;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    void amend(JsonNode replacement) {
        evidence = replacement;
        version++;
    }

    void move(ApplicationState to) {
        state = to;
        version++;
    }

    /** The sheet was scored: part of this application. */
    void scored() {
        version++;
    }

    /** Sets when the public notice runs, both days included. */
    void notice(LocalDate from, LocalDate until) {
        noticeFrom = from;
        noticeUntil = until;
    }

    void announce(String number) {
        announcement = number;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID zoneId() {
        return zoneId;
    }

    ZoneLevel targetLevel() {
        return targetLevel;
    }

    ApplicationState state() {
        return state;
    }

    JsonNode evidence() {
        return evidence;
    }

    LocalDate noticeFrom() {
        return noticeFrom;
    }

    LocalDate noticeUntil() {
        return noticeUntil;
    }

    String announcement() {
        return announcement;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
