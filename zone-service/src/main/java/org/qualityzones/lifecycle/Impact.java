package org.qualityzones.lifecycle;

import java.util.List;

/**
 * What an action would do, answered by a dry run.
 *
 * @param members active members of the zone
 * @param titlesStripped titles that would be taken away
 * @param measures what would become of each measure in force
 */
record Impact(
        boolean hypothetical,
        String action,
        Grade from,
        Grade to,
        long members,
        long titlesStripped,
        List<MeasureEffect> measures) {

    /** Level and status. */
    record Grade(String level, String status) {}

    /**
     * A measure concerned.
     *
     * @param roll how many enterprises are on its roll
     * @param effect {@code ENDS}, {@code PAUSES} or {@code STAYS}
     */
    record MeasureEffect(String id, String measure, int roll, String effect) {}
}
