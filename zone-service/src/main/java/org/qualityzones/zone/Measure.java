package org.qualityzones.zone;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.SqlTypes;

/** A measure granted to a zone for some headings, for a roll of enterprises or for all members. */
@Entity
@Table(name = "measure")
public class Measure {
    @Id
    private UUID id;

    @Column(name = "zone_id")
    private UUID zoneId;

    @Enumerated(EnumType.STRING)
    private MeasureKind kind;

    @ElementCollection
    @CollectionTable(name = "measure_heading", joinColumns = @JoinColumn(name = "measure_id"))
    @Column(name = "hs_prefix")
    @SortNatural
    private SortedSet<String> hsPrefixes = new TreeSet<>();

    @ElementCollection
    @CollectionTable(name = "measure_roll", joinColumns = @JoinColumn(name = "measure_id"))
    @Column(name = "uscc")
    @SortNatural
    private SortedSet<String> roll = new TreeSet<>();

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private LocalDate until;

    @Enumerated(EnumType.STRING)
    @Column(name = "granted_level")
    private ZoneLevel grantedLevel;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode citations;

    @Column(name = "granted_at")
    private Instant grantedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "end_reason")
    private String endReason;

    protected Measure() {}

    public Measure(
            UUID id, Zone zone, MeasureKind kind, List<String> hsPrefixes, List<String> roll, Instant grantedAt) {
        this.id = id;
        this.zoneId = zone.id();
        this.kind = kind;
        this.hsPrefixes.addAll(hsPrefixes);
        this.roll.addAll(roll);
        this.grantedLevel = zone.level();
        this.grantedAt = grantedAt;
    }

    /** Sets the days it holds, both included, and what it rests on. */
    public Measure holding(LocalDate first, LocalDate last, JsonNode restingOn) {
        from = first;
        until = last;
        citations = restingOn;
        return this;
    }

    /** Ends it for decisions from {@code at} on; earlier ones keep it. */
    public void end(Instant at, String reason) {
        endedAt = at;
        endReason = reason;
    }

    public UUID id() {
        return id;
    }

    UUID zoneId() {
        return zoneId;
    }

    public MeasureKind kind() {
        return kind;
    }

    public List<String> hsPrefixes() {
        return List.copyOf(hsPrefixes);
    }

    public List<String> roll() {
        return List.copyOf(roll);
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate until() {
        return until;
    }

    /** Level the zone held when it was granted. */
    public ZoneLevel grantedLevel() {
        return grantedLevel;
    }

    public JsonNode citations() {
        return citations;
    }

    /** {@code GRANTED} or {@code ENDED}. */
    public String state() {
        return endedAt == null ? "GRANTED" : "ENDED";
    }

    /** 1 while granted, 2 once ended. */
    public long version() {
        return endedAt == null ? 1 : 2;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public String endReason() {
        return endReason;
    }
}
