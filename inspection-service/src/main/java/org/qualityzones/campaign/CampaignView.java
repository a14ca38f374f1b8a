package org.qualityzones.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.decision.DrawNumbers;

/**
 * A campaign.
 *
 * @param areas empty: everywhere
 * @param share a decimal such as {@code 0.30}
 */
@Schema(name = "Campaign")
record CampaignView(
        UUID id,
        List<String> hsPrefixes,
        List<String> areas,
        String share,
        LocalDate from,
        LocalDate until,
        Instant createdAt,
        long version) {

    static CampaignView of(CampaignRow row) {
        return new CampaignView(
                row.id(),
                row.hsPrefixes(),
                row.areas(),
                DrawNumbers.shareText(row.millionths()),
                row.from(),
                row.until(),
                row.createdAt(),
                1);
    }
}
