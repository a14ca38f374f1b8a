package org.qualityzones.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Attempts in work, by target, within two limits, and what it was for want of room that a claim left: who ends an attempt
 * learns whether there may be something to claim in its place.
 */
final class InFlight {

    private final int maxTotal;
    private final int share;
    private final Map<String, Integer> byTarget = new HashMap<>();
    private final Map<UUID, Instant> quietUntil = new HashMap<>();
    private final Set<String> wanting = new HashSet<>();
    private final Set<String> aside = new HashSet<>();
    private boolean wantingTotal;
    private int total;

    /**
     * @param maxTotal attempts at once, over all targets
     * @param share attempts at once at one target
     */
    InFlight(int maxTotal, int share) {
        this.maxTotal = maxTotal;
        this.share = share;
    }

    /** When to claim again. */
    enum Next {
        /** When something else calls: nothing was left for want of room. */
        WHEN_CALLED,
        /** When the pace allows it: some room has come free. */
        AT_PACE,
        /** At once: half of what was wanting is free. */
        NOW
    }

    /**
     * What a claim may take.
     *
     * @param total deliveries in all
     * @param share attempts at once at one target
     * @param inWork attempts in work, by target
     * @param aside targets that have had their turn, so that others have one
     * @param quiet subscriptions not to claim for now
     */
    record Room(int total, int share, Map<String, Integer> inWork, Set<String> aside, List<UUID> quiet) {

        /** How many deliveries to one target. */
        int at(String target) {
            return share - inWork.getOrDefault(target, 0);
        }

        /** Targets not to claim for now. */
        Set<String> closed() {
            Set<String> closed = new HashSet<>(aside);
            inWork.keySet().stream().filter(target -> at(target) <= 0).forEach(closed::add);
            return closed;
        }
    }

    /** What may be claimed now. What was wanting until now is the claim's to find. */
    synchronized Room room(Instant now) {
        quietUntil.values().removeIf(until -> !until.isAfter(now));
        Room room = new Room(
                maxTotal - total, share, Map.copyOf(byTarget), Set.copyOf(aside), List.copyOf(quietUntil.keySet()));
        if (room.total() > 0) {
            wanting.clear();
            wantingTotal = false;
        }
        return room;
    }

    /**
     * A claim took these deliveries out of the room it was given.
     *
     * @param cut whether more was due than it looked at: then targets that may have more stand aside once, or one with a
     *     long row of deliveries would keep all others waiting behind it
     */
    synchronized Next begin(Room room, List<Claimed> claimed, boolean cut) {
        Map<String, Integer> taken = new HashMap<>();
        for (Claimed one : claimed) {
            taken.merge(one.targetKey(), 1, Integer::sum);
            byTarget.merge(one.targetKey(), 1, Integer::sum);
        }
        total += claimed.size();
        wantingTotal = claimed.size() >= room.total();
        wanting.addAll(room.closed());
        taken.keySet().stream()
                .filter(target -> taken.get(target) >= room.at(target))
                .forEach(wanting::add);
        aside.clear();
        if (cut) {
            aside.addAll(wanting);
            return total < maxTotal ? Next.NOW : Next.WHEN_CALLED;
        }
        return wanting.stream().map(this::next).reduce(nextOfAll(), InFlight::sooner);
    }

    /** An attempt at a target is over. */
    synchronized Next end(String target) {
        byTarget.computeIfPresent(target, (key, count) -> count == 1 ? null : count - 1);
        total--;
        notifyAll();
        return sooner(nextOfAll(), wanting.contains(target) ? next(target) : Next.WHEN_CALLED);
    }

    /** The subscriber asked to be left alone. */
    synchronized void quiet(UUID subscriptionId, Instant until) {
        quietUntil.merge(subscriptionId, until, (one, other) -> one.isAfter(other) ? one : other);
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

    private Next nextOfAll() {
        return wantingTotal ? next(total, maxTotal) : Next.WHEN_CALLED;
    }

    private Next next(String target) {
        return next(byTarget.getOrDefault(target, 0), share);
    }

    private static Next next(int inWork, int most) {
        if (inWork <= most / 2) {
            return Next.NOW;
        }
        return inWork < most ? Next.AT_PACE : Next.WHEN_CALLED;
    }

    private static Next sooner(Next one, Next other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
