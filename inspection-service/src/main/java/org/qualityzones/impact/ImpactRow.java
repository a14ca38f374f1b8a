package org.qualityzones.impact;

import java.time.Instant;
import java.util.UUID;

/**
 * A report as it is kept.
 *
 * @param lastAt instant of the last decision looked at; null at first
 * @param lastId that decision; null at first
 * @param tally of what was looked at, as JSON; null at first
 * @param summary as JSON; null until it is done
 */
record ImpactRow(
        UUID id,
        String ruleSet,
        String digest,
        Instant from,
        Instant until,
        ImpactReportView.Status status,
        Instant requestedAt,
        Instant finishedAt,
        long done,
        Instant lastAt,
        UUID lastId,
        String tally,
        String summary) {

    /** Where it goes on. */
    ImpactPages.Place place() {
        return lastAt == null ? ImpactPages.Place.before(from) : new ImpactPages.Place(lastAt, lastId);
    }
}
