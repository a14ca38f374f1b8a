package org.qualityzones.zone;

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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.SortNatural;
import org.qualityzones.web.codes.LocalizedName;

/** A zone: an industry in an area, with the grade it holds. Every change raises the version by one. */
@Entity
@Table(name = "zone")
public class Zone {
    @Id
    private UUID id;

    private long version;
    private String code;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "area_code")
    private String areaCode;

    @Column(name = "industry_zh")
    private String industryZh;

    @Column(name = "industry_en")
    private String industryEn;

    @ElementCollection
    @CollectionTable(name = "zone_heading", joinColumns = @JoinColumn(name = "zone_id"))
    @Column(name = "hs_prefix")
    @SortNatural
    private SortedSet<String> hsPrefixes = new TreeSet<>();

    @Enumerated(EnumType.STRING)
    private ZoneLevel level;

    @Enumerated(EnumType.STRING)
    private ZoneStatus status;

    @Column(name = "graded_from")
    private LocalDate gradedFrom;

    @Column(name = "graded_until")
    private LocalDate gradedUntil;

    @Column(name = "grade_source")
    private String gradeSource;

    @Column(name = "grade_provenance")
    @Enumerated(EnumType.STRING)
    private Provenance gradeProvenance;

    @Column(name = "barred_until")
    private LocalDate barredUntil;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Zone() {}

    /** A new zone without a grade. */
    public Zone(UUID id, String code, String areaCode, String createdBy, Instant createdAt) {
        this.id = id;
        this.version = 1;
        this.code = code;
        this.areaCode = areaCode;
        this.level = ZoneLevel.NONE;
        this.status = ZoneStatus.CULTIVATING;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** Sets what the zone is: its name and its industry. The caller raises the version. */
    public void describe(LocalizedName name, LocalizedName industry, Collection<String> headings) {
        nameZh = name.zh();
        nameEn = name.en();
        industryZh = industry.zh();
        industryEn = industry.en();
        hsPrefixes.retainAll(headings);
        hsPrefixes.addAll(headings);
    }

    /** Enters a grade that holds from its first day on. */
    public void grade(GradeFacts grade) {
        level = grade.level();
        status = ZoneStatus.ACTIVE;
        gradedFrom = grade.from();
        gradedUntil = grade.until();
        gradeSource = grade.source();
        gradeProvenance = grade.provenance();
    }

    /** Replaces what is on record about the grade it holds. */
    public void correct(GradeFacts grade) {
        gradedUntil = grade.until();
        gradeSource = grade.source();
        gradeProvenance = grade.provenance();
    }

    /** Moves to another status with the grade as it is. */
    public void move(ZoneStatus to) {
        status = to;
    }

    /** Prolongs the grade it holds. */
    public void prolong(LocalDate until) {
        status = ZoneStatus.ACTIVE;
        gradedUntil = until;
    }

    /** Takes the grade away and leaves the zone in {@code to}. */
    public void ungrade(ZoneStatus to) {
        level = ZoneLevel.NONE;
        status = to;
        gradedFrom = null;
        gradedUntil = null;
        gradeSource = null;
        gradeProvenance = null;
    }

    /** Bars applications up to and including {@code day}. */
    public void bar(LocalDate day) {
        barredUntil = day;
    }

    /** One more version; called once for every recorded change. */
    public long raise() {
        return ++version;
    }

    /** Whether the zone's industry covers an HS code or a narrower prefix. */
    public boolean covers(String hs) {
        return hsPrefixes.stream().anyMatch(hs::startsWith);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public LocalizedName name() {
        return new LocalizedName(nameZh, nameEn);
    }

    public String areaCode() {
        return areaCode;
    }

    public LocalizedName industry() {
        return new LocalizedName(industryZh, industryEn);
    }

    public List<String> hsPrefixes() {
        return List.copyOf(hsPrefixes);
    }

    public ZoneLevel level() {
        return level;
    }

    public ZoneStatus status() {
        return status;
    }

    public Optional<LocalDate> gradedFrom() {
        return Optional.ofNullable(gradedFrom);
    }

    public Optional<LocalDate> gradedUntil() {
        return Optional.ofNullable(gradedUntil);
    }

    public Optional<LocalDate> barredUntil() {
        return Optional.ofNullable(barredUntil);
    }

    String gradeSource() {
        return gradeSource;
    }

    Provenance gradeProvenance() {
        return gradeProvenance;
    }

    public String createdBy() {
        return createdBy;
    }
}
