package org.qualityzones.enterprise;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Days, both included, on which a declaring agent may file for the enterprise that lists it; with its own version. */
@Embeddable
public record AgentTerm(
        @Column(name = "from_day", nullable = false) LocalDate from,
        @Column(name = "until_day") LocalDate until,
        @Column(name = "version", nullable = false) long version) {}
