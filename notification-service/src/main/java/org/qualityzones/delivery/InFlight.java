package org.qualityzones.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Attempts in work, by target, within two limits. At most half of a target's share is claimed at once, and none while
 * more than half of it is in work, so that the share is never passed.
 */
final class InFlight {

    private final int maxTotal;
    private final int halfShare;
    private final Map<String, Integer> byTarget = new HashMap<>();
    private final Map<UUID, Instant> quietUntil = new HashMap<>();
    private int total;

    InFlight(int maxTotal, int maxPerTarget) {
        this.maxTotal = maxTotal;
        this.halfShare = Math.max(1, maxPerTarget / 2);
    }

    synchronized void begin(String target) {
        byTarget.merge(target, 1, Integer::sum);
        total++;
    }

    synchronized void end(String target) {
        byTarget.computeIfPresent(target, (key, count) -> count == 1 ? null : count - 1);
        total--;
        notifyAll();
    }

    /** The subscriber asked to be left alone. */
    synchronized void quiet(UUID subscriptionId, Instant until) {
        quietUntil.merge(subscriptionId, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    synchronized int free() {
        return maxTotal - total;
    }

    int perClaim() {
        return halfShare;
    }

    /** Targets not to claim for now. */
    synchronized List<String> busy() {
        return byTarget.entrySet().stream()
                .filter(entry -> entry.getValue() > halfShare)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Subscriptions not to claim for now. */
    synchronized List<String> quiet(Instant now) {
        quietUntil.values().removeIf(until -> !until.isAfter(now));
        return quietUntil.keySet().stream().map(UUID::toString).toList();
    }

    /** Waits until nothing is in work; false when the time is up before. */
    synchronized boolean awaitNone(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (total > 0) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
