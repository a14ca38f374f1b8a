package org.qualityzones.assessment;

import java.time.Instant;
import java.util.List;

/**
 * A scored sheet as it is answered.
 *
 * @param total sum of the points, two decimals
 */
public record AssessmentView(
        String sheet, List<String> team, List<Score> scores, List<Veto> vetoes, String total, Instant scoredAt) {}
