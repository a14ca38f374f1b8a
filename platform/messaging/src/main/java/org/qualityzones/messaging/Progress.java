package org.qualityzones.messaging;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.qualityzones.contracts.Heartbeat;

/**
 * How far the copies of one topic have come: the latest instant up to which all that the owner had published is applied.
 * Thread-safe.
 */
final class Progress {

    /** Heartbeats not caught up with; far more than fit into the time after which a copy is stale. */
    private static final int PENDING = 64;

    private final Deque<Heartbeat> pending = new ArrayDeque<>();
    private Instant currentAt = Instant.MIN;
    private Map<String, Long> reach = Map.of();

    synchronized void heard(Heartbeat heartbeat) {
        reach = Map.copyOf(heartbeat.endOffsets());
        if (pending.size() == PENDING) {
            pending.removeFirst();
        }
        pending.addLast(heartbeat);
    }

    /** @param applied partition to the offset after the last record applied by every keeper of copies */
    synchronized void applied(Map<Integer, Long> applied, Instant now) {
        pending.removeIf(heartbeat -> {
            boolean reached = heartbeat.endOffsets().entrySet().stream()
                    .allMatch(end -> applied.getOrDefault(Integer.valueOf(end.getKey()), 0L) >= end.getValue());
            if (reached) {
                Instant at = heartbeat.at().isAfter(now) ? now : heartbeat.at();
                currentAt = at.isAfter(currentAt) ? at : currentAt;
            }
            return reached;
        });
    }

    /** How many records the topic held by the last heartbeat and this consumer has not applied. */
    synchronized long behind(Map<Integer, Long> applied) {
        return reach.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - applied.getOrDefault(Integer.valueOf(end.getKey()), 0L)))
                .sum();
    }

    synchronized Instant currentAt() {
        return currentAt;
    }
}
