package org.qualityzones.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.qualityzones.messaging.Event;
import org.qualityzones.web.Digests;

/** One entry of a quality file: an event of any service, as far as it concerns the enterprise. */
@Entity
@Immutable
@Table(name = "dossier_entry")
class DossierEntry {
    @Id
    private UUID id;

    private String uscc;

    @Column(name = "event_id")
    private String eventId;

    private String topic;
    private String type;
    private String subject;
    private long version;
    private String part;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "request_id")
    private String requestId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> summary;

    protected DossierEntry() {}

    DossierEntry(String uscc, String part, Event event, Map<String, Object> summary) {
        this.id = idOf(uscc, event);
        this.uscc = uscc;
        this.eventId = event.id();
        this.topic = event.topic();
        this.type = event.type();
        this.subject = event.key();
        this.version = event.version();
        this.part = part;
        this.validFrom = event.validFrom();
        this.recordedAt = event.recordedAt();
        this.requestId = event.requestId();
        this.summary = summary;
    }

    /** A UUID of version 7 made of the event's own time and id, so that ids are in the order of the time line on every rebuild. */
    private static UUID idOf(String uscc, Event event) {
        byte[] hash = Digests.sha256((event.id() + '/' + uscc).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long micros = event.recordedAt().getNano() / 1_000L % 1_000;
        long high = event.recordedAt().toEpochMilli() << 16 | 0x7000 | micros << 2 | bits.get() & 0x3;
        long low = bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    UUID id() {
        return id;
    }

    DossierView view() {
        return new DossierView(
                id, recordedAt, validFrom, eventId, type, topic, subject, version, part, requestId, summary);
    }

    String uscc() {
        return uscc;
    }
}
