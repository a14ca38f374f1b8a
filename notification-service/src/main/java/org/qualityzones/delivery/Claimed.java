package org.qualityzones.delivery;

import java.net.URI;
import java.util.UUID;

/**
 * A delivery that this instance may attempt until its lease ends.
 *
 * @param claim what the result must name to count
 * @param attempts made so far, over all rounds
 * @param roundStart attempts made before this round
 */
record Claimed(
        UUID id,
        UUID claim,
        UUID subscriptionId,
        String channel,
        URI target,
        String targetKey,
        long feedPosition,
        int attempts,
        int roundStart) {}
