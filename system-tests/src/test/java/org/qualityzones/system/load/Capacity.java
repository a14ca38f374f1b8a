package org.qualityzones.system.load;

import java.net.URI;
import java.time.Duration;
import org.qualityzones.system.bench.harness.Load;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * The highest rate of the mix, open-loop, with a 99th percentile below half a second for a minute and every request answered,
 * to a quarter: rates rise by half until one is too much, and then the middle of the last two is tried.
 */
public final class Capacity {

    /** The least load: 50 declarations a second. */
    public static final double FLOOR = 50.0 * Mix.OF;

    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final double FIRST = FLOOR / 2;
    private static final double STEP = 1.5;
    private static final int MOST_STEPS = 10;
    private static final int CONNECTIONS = 128;
    private static final double LONGEST_MILLIS = 500;

    private static Double measured;

    private final Load load;

    private Capacity(SuiteUnderTest suite) {
        Mix mix = Mix.of(suite.gateway(), CreditCode.random("330226"), new Callers(suite));
        this.load = new Load(URI.create(suite.gateway()), mix::request);
    }

    /** Half of the capacity of the run's suite, which the first who asks measures, and not below the floor. */
    public static synchronized Rate half(SuiteUnderTest suite) {
        if (measured == null) {
            measured = new Capacity(suite).measure();
        }
        return new Rate(Math.max(FLOOR, measured / 2), measured);
    }

    private double measure() {
        load.open(FIRST, CONNECTIONS, SPAN);
        double held = 0;
        double next = FIRST;
        for (int i = 0; i < MOST_STEPS && holds(next); i++) {
            held = next;
            next *= STEP;
        }
        double middle = (held + next) / 2;
        return held > 0 && holds(middle) ? middle : held;
    }

    private boolean holds(double perSecond) {
        Load.Outcome outcome = load.open(perSecond, CONNECTIONS, SPAN);
        boolean holds = outcome.failed() == 0 && outcome.millis(99) < LONGEST_MILLIS;
        System.out.printf(
                "Capacity: %.0f/s for %d s: p99 %.0f ms, %d not answered with 2xx: %s%n",
                perSecond, SPAN.toSeconds(), outcome.millis(99), outcome.failed(), holds ? "held" : "too much");
        return holds;
    }
}
