package org.qualityzones.decisionrecord;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;

/**
 * Which stored decisions to compute again.
 *
 * @param after those after this one, by id; null: from the first on
 * @param limit how many at most, 500 when left out
 */
record ReplayRequest(UUID after, @Min(1) @Max(MOST) Integer limit) {

    static final int MOST = 1_000;
    private static final int USUAL = 500;

    int size() {
        return limit == null ? USUAL : limit;
    }
}
