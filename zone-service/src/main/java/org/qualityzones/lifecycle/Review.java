package org.qualityzones.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A review of a grade near the end of its term (续延复审). */
@Entity
@Table(name = "zone_review")
class Review {
    @Id
    private UUID id;

    @Column(name = "zone_id")
    private UUID zoneId;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected Review() {}

    Review(UUID id, UUID zoneId, String openedBy, Instant openedAt) {
        this.id = id;
        this.zoneId = zoneId;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
    }

    void close(Instant at) {
        closedAt = at;
    }

    UUID id() {
        return id;
    }

    String openedBy() {
        return openedBy;
    }

    Instant openedAt() {
        return openedAt;
    }
}
