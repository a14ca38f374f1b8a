package org.qualityzones.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.qualityzones.decision.DrawNumbers;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.Codes;

/** Opens campaigns and shows them. */
@ApplicationScoped
class CampaignService {

    private static final int AREA_DIGITS = 6;
    private static final int SHARE_PLACES = 6;

    private final Campaigns campaigns;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    CampaignService(Campaigns campaigns, Audit audit, Ids ids, Clock clock) {
        this.campaigns = campaigns;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer open(CampaignCommand command, Caller caller) {
        check(command);
        CampaignRow row = new CampaignRow(
                ids.next(),
                command.hsPrefixes().stream().distinct().sorted().toList(),
                command.areas().stream().distinct().sorted().toList(),
                command.share().movePointRight(SHARE_PLACES).longValueExact(),
                command.from(),
                command.until(),
                caller.key(),
                clock.instant());
        campaigns.add(row);
        audit.record("campaign.open", row.id().toString(), DrawNumbers.shareText(row.millionths()));
        return Answer.created("/api/v1/campaigns/" + row.id(), 1, CampaignView.of(row));
    }

    private static void check(CampaignCommand command) {
        BigDecimal share = command.share();
        boolean inRange = share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0;
        if (!inRange || share.stripTrailingZeros().scale() > SHARE_PLACES) {
            throw Problems.invalid("/share", "share", "A decimal greater than 0 and at most 1, with at most 6 places");
        }
        if (command.until().isBefore(command.from())) {
            throw Problems.invalid("/until", "period", "The last day lies before the first");
        }
        List<String> areas = command.areas();
        for (int i = 0; i < areas.size(); i++) {
            if (!isArea(areas.get(i))) {
                throw Problems.invalid(
                        "/areas/" + i, "area-code", "2, 4 or 6 digits of GB/T 2260 in a province that exists");
            }
        }
    }

    private static boolean isArea(String prefix) {
        return prefix.length() <= AREA_DIGITS
                && prefix.length() % 2 == 0
                && Codes.isArea(prefix + "0".repeat(AREA_DIGITS - prefix.length()));
    }

    @Transactional
    Page<CampaignView> list(PageRequest page) {
        return Page.of(campaigns.list(page.after(), page.limit() + 1), page, CampaignRow::id)
                .map(CampaignView::of);
    }

    @Transactional
    Answer find(UUID id) {
        CampaignRow row = campaigns.find(id).orElseThrow(() -> Problems.notFound("campaign", id));
        return Answer.ok(1, CampaignView.of(row));
    }
}
