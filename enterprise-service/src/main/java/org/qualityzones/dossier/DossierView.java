package org.qualityzones.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One entry of the time line.
 *
 * @param at when the owner recorded the event
 * @param eventId CloudEvents id of the source event
 * @param subject key of the aggregate that it is about
 * @param version version of that aggregate after it
 * @param part as what the enterprise is concerned: {@code SUBJECT}, {@code CONSIGNOR}, {@code PRODUCER}, {@code AGENT},
 *     {@code ROLL}; several parted by a space
 * @param summary what changed, and the few codes that tell where the aggregate stands since
 */
public record DossierView(
        UUID id,
        Instant at,
        Instant validFrom,
        String eventId,
        String type,
        String topic,
        String subject,
        long version,
        String part,
        String requestId,
        Map<String, Object> summary) {}
