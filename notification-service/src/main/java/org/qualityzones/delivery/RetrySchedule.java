package org.qualityzones.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again: a delay before each attempt, counted from the one before, plus a random part of it.
 *
 * @param delays before the first attempt, the second, and so on
 * @param jitter greatest share of a delay that is added, 0 to 1
 */
record RetrySchedule(List<Duration> delays, double jitter) {

    RetrySchedule {
        if (delays.isEmpty() || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException(
                    "qz.delivery.schedule needs a delay and qz.delivery.jitter is from 0 to 1");
        }
        delays = List.copyOf(delays);
    }

    /**
     * The delay before the next attempt; empty when all have been made.
     *
     * @param made attempts made in this round
     * @param asked what the target asked for; the longer of both counts
     */
    Optional<Duration> next(int made, Optional<Duration> asked, RandomGenerator random) {
        if (made >= delays.size()) {
            return Optional.empty();
        }
        Duration delay = delays.get(made);
        Duration longer = asked.filter(wish -> wish.compareTo(delay) > 0).orElse(delay);
        return Optional.of(longer.plusMillis((long) (delay.toMillis() * jitter * random.nextDouble())));
    }
}
