package org.qualityzones.enterprise;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Copy of a membership, as far as the list's zone filter and the titles need it. */
@Entity
@Table(name = "zone_membership")
@IdClass(ZoneMembership.Key.class)
public class ZoneMembership {
    @Id
    @Column(name = "zone_code")
    private String zoneCode;

    @Id
    private String uscc;

    private long version;
    private boolean active;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Title> titles = List.of();

    protected ZoneMembership() {}

    public ZoneMembership(String zoneCode, String uscc) {
        this.zoneCode = zoneCode;
        this.uscc = uscc;
    }

    /** Takes a version over, unless a newer one is here. @return whether it was taken */
    public boolean learn(long learned, boolean isActive, List<Title> held) {
        if (learned <= version) {
            return false;
        }
        version = learned;
        active = isActive;
        titles = List.copyOf(held);
        return true;
    }

    public String uscc() {
        return uscc;
    }

    /** Titles held through it; none once it has ended. */
    List<Title> titles() {
        return active ? titles : List.of();
    }

    /** Zone and code together. */
    public record Key(String zoneCode, String uscc) {}
}
