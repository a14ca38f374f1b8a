package org.qualityzones.facts;

/**
 * The spot-check campaign (抽查检验) that covers the line.
 *
 * @param id null when none does
 * @param share lots drawn, in millionths (0 to 1,000,000); null when there is no campaign
 */
public record Campaign(String id, Long share) {

    public static final Campaign NONE = new Campaign(null, null);
}
