package org.qualityzones.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A title granted to a member; a stripped one stays on record. */
@Entity
@Table(name = "membership_title")
class MembershipTitle {
    @Id
    private UUID id;

    @Column(name = "membership_id")
    private UUID membershipId;

    @Enumerated(EnumType.STRING)
    private TitleKind kind;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private LocalDate until;

    @Column(name = "stripped_on")
    private LocalDate strippedOn;

    @Column(name = "strip_reason")
    private String stripReason;

    protected MembershipTitle() {}

    MembershipTitle(UUID id, UUID membershipId, TitleKind kind, LocalDate from, LocalDate until) {
        this.id = id;
        this.membershipId = membershipId;
        this.kind = kind;
        this.from = from;
        this.until = until;
    }

    void strip(LocalDate on, String reason) {
        strippedOn = on;
        stripReason = reason;
    }

    UUID membershipId() {
        return membershipId;
    }

    TitleKind kind() {
        return kind;
    }

    LocalDate from() {
        return from;
    }

    LocalDate until() {
        return until;
    }
}
