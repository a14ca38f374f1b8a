package org.qualityzones.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The scored sheet of one application or one review, under that one's id. */
@Entity
@Table(name = "assessment")
class Assessment {
    @Id
    @Column(name = "subject_id")
    private UUID subjectId;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode scored;

    private BigDecimal total;

    @Column(name = "scored_by")
    private String scoredBy;

    @Column(name = "scored_at")
    private Instant scoredAt;

    protected Assessment() {}

    Assessment(UUID subjectId) {
        this.subjectId = subjectId;
    }

    void score(JsonNode sheet, BigDecimal sum, String by, Instant at) {
        scored = sheet;
        total = sum;
        scoredBy = by;
        scoredAt = at;
    }

    JsonNode scored() {
        return scored;
    }

    BigDecimal total() {
        return total;
    }

    String scoredBy() {
        return scoredBy;
    }

    Instant scoredAt() {
        return scoredAt;
    }
}
