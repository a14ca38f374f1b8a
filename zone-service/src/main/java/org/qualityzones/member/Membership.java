package org.qualityzones.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** One enterprise in one zone, through all its entries and exits. */
@Entity
@Table(name = "membership")
class Membership {
    @Id
    private UUID id;

    private long version;

    @Column(name = "zone_id")
    private UUID zoneId;

    private String uscc;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    private LocalDate since;
    private LocalDate until;

    protected Membership() {}

    Membership(UUID id, UUID zoneId, String uscc) {
        this.id = id;
        this.zoneId = zoneId;
        this.uscc = uscc;
    }

    /** Nominates or admits from {@code first} on; an earlier membership begins anew. */
    void begin(MemberStatus as, LocalDate first) {
        status = as;
        since = first;
        until = null;
    }

    void admit() {
        status = MemberStatus.ACTIVE;
    }

    void decline() {
        status = MemberStatus.DECLINED;
    }

    void exit(LocalDate on) {
        status = MemberStatus.EXITED;
        until = on;
    }

    long raise() {
        return ++version;
    }

    boolean isOpen() {
        return status == MemberStatus.NOMINATED || status == MemberStatus.ACTIVE;
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

    String uscc() {
        return uscc;
    }

    MemberStatus status() {
        return status;
    }

    LocalDate since() {
        return since;
    }

    LocalDate until() {
        return until;
    }
}
