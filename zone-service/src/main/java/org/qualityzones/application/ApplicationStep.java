package org.qualityzones.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One act on an application: who did what, when and why. Append-only. */
@Entity
@Table(name = "zone_application_step")
class ApplicationStep {
    @Id
    private UUID id;

    @Column(name = "application_id")
    private UUID applicationId;

    private String action;
    private String actor;
    private String reason;
    private Instant at;

    protected ApplicationStep() {}

    ApplicationStep(UUID id, UUID applicationId, String action, String actor, String reason, Instant at) {
        this.id = id;
        this.applicationId = applicationId;
        this.action = action;
        this.actor = actor;
        this.reason = reason;
        this.at = at;
    }

    String action() {
        return action;
    }

    String actor() {
        return actor;
    }

    String reason() {
        return reason;
    }

    Instant at() {
        return at;
    }
}
