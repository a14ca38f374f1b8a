package org.qualityzones.system.suite;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * {@code kill -9} of one process after the other at random moments, each started again before the next.
 *
 * @param serving whether calls are answered again, asked from each start on until they are
 * @param note hears of each kill and start, for the log of the run
 */
public record Killing(SuiteUnderTest suite, Random random, BooleanSupplier serving, Consumer<String> note) {

    /** What it is called when the victim was PostgreSQL, Kafka or Keycloak. */
    public static final String SERVER_KILLED = "served again after a server was killed";

    private static final long LONGEST_DOWN = 2000;
    private static final Duration HEALING = Duration.ofMinutes(2);
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(100);

    /** @param servedAfter from the command that started it again until calls were answered */
    public record Killed(Member victim, Duration servedAfter) {}

    /** Kills so often, each victim once before any is killed again. */
    public List<Killed> rounds(int count, List<Member> victims) {
        List<Member> order = new ArrayList<>();
        while (order.size() < count) {
            List<Member> all = new ArrayList<>(victims);
            Collections.shuffle(all, random);
            order.addAll(all);
        }
        return order.subList(0, count).stream().map(this::round).toList();
    }

    private Killed round(Member victim) {
        Pause.of(Duration.ofMillis(random.nextLong(500, 3000)));
        note.accept("kill -9 " + victim.label());
        suite.kill(victim);
        Pause.of(Duration.ofMillis(random.nextLong(LONGEST_DOWN)));
        long begun = System.nanoTime();
        suite.start(victim);
        await("calls are answered after a kill of " + victim.label())
                .atMost(HEALING)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_CALLS)
                .until(serving::getAsBoolean);
        Duration servedAfter = Duration.ofNanos(System.nanoTime() - begun);
        note.accept(victim.label() + " killed, calls answered again after " + servedAfter.toMillis() + " ms");
        return new Killed(victim, servedAfter);
    }

    /** Times of those whose victim was one of these. */
    public static List<Duration> times(List<Killed> killed, List<Member> victims) {
        return killed.stream()
                .filter(one -> victims.contains(one.victim()))
                .map(Killed::servedAfter)
                .toList();
    }
}
