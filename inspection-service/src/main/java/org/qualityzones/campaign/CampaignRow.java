package org.qualityzones.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A campaign as it is kept; never changed.
 *
 * @param millionths share of lots that are drawn, 1 to 1,000,000
 */
record CampaignRow(
        UUID id,
        List<String> hsPrefixes,
        List<String> areas,
        long millionths,
        LocalDate from,
        LocalDate until,
        String createdBy,
        Instant createdAt) {}
