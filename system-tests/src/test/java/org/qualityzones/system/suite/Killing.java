package org.qualityzones.system.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * {@code kill -9} of one process after the other at random moments, each started again before the next.
 *
 * @param note hears of each kill and start, for the log of the run
 */
public record Killing(SuiteUnderTest suite, Random random, Consumer<String> note) {

    private static final long LONGEST_DOWN = 2000;

    /** Kills so often, each victim once before any is killed again; answers how long each took to serve again. */
    public List<Duration> rounds(int count, List<Member> victims) {
        List<Member> order = new ArrayList<>();
        while (order.size() < count) {
            List<Member> all = new ArrayList<>(victims);
            Collections.shuffle(all, random);
            order.addAll(all);
        }
        return order.subList(0, count).stream().map(this::round).toList();
    }

    private Duration round(Member victim) {
        Pause.of(Duration.ofMillis(random.nextLong(500, 3000)));
        note.accept("kill -9 " + victim.label());
        suite.kill(victim);
        Pause.of(Duration.ofMillis(random.nextLong(LONGEST_DOWN)));
        long begun = System.nanoTime();
        suite.start(victim);
        note.accept(victim.label() + " serves again");
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
