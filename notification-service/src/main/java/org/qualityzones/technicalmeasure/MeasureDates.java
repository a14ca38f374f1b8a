package org.qualityzones.technicalmeasure;

import java.time.LocalDate;

/**
 * The dates of a measure. Only the day of the notification is always known; they need not follow one another (members
 * notify measures that were adopted before).
 */
record MeasureDates(
        LocalDate notifiedOn,
        LocalDate commentUntil,
        LocalDate adoptionOn,
        LocalDate entryIntoForceOn,
        LocalDate withdrawnOn) {

    /** What has come about by a day: the latest step counts. */
    MeasureStatus on(LocalDate day) {
        if (isReached(withdrawnOn, day)) {
            return MeasureStatus.WITHDRAWN;
        }
        if (isReached(entryIntoForceOn, day)) {
            return MeasureStatus.IN_FORCE;
        }
        if (isReached(adoptionOn, day)) {
            return MeasureStatus.ADOPTED;
        }
        return commentUntil == null || !commentUntil.isBefore(day)
                ? MeasureStatus.OPEN_FOR_COMMENT
                : MeasureStatus.COMMENT_CLOSED;
    }

    private static boolean isReached(LocalDate date, LocalDate day) {
        return date != null && !date.isAfter(day);
    }
}
