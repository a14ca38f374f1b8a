package org.qualityzones.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.qualityzones.enterprise.CreditLevel;

/**
 * A credit record as it is answered.
 *
 * @param counts whether it still bears on the level: not lapsed, not withdrawn
 */
public record CreditRecordView(
        UUID id,
        String uscc,
        CreditKind kind,
        CreditCategory category,
        Severity severity,
        CreditLevel level,
        LocalDate occurredOn,
        LocalDate until,
        String reason,
        String instrument,
        String cause,
        String state,
        boolean counts,
        String recordedBy,
        Instant recordedAt,
        String moveReason,
        long version) {

    static CreditRecordView of(String uscc, CreditRecord of) {
        CreditEntry entry = of.entry();
        return new CreditRecordView(
                of.id(),
                uscc,
                entry.kind(),
                entry.category(),
                entry.severity(),
                entry.level(),
                entry.occurredOn(),
                entry.countsUntil(),
                entry.reason(),
                entry.instrument(),
                entry.cause(),
                of.state().name(),
                of.counts(),
                of.recordedBy(),
                of.recordedAt(),
                of.moveReason().orElse(null),
                of.version());
    }
}
