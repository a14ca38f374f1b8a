package org.qualityzones.system.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import org.qualityzones.system.bench.harness.Load;
import org.qualityzones.system.bench.harness.Wire;
import org.qualityzones.system.client.Json;

/** Latencies by the second in which requests were due, and what was answered instead of success. */
final class Seconds implements Load.Watcher {

    private static final long HIGHEST_MICROS = 120_000_000L;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final double P95 = 95;

    private final Histogram[] seconds;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();

    Seconds(Duration length) {
        seconds = new Histogram[Math.toIntExact(length.toSeconds()) + 1];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = new SynchronizedHistogram(HIGHEST_MICROS, 2);
        }
    }

    @Override
    public void answered(long start, long due, long done, Wire.Reply reply) {
        if (reply.good()) {
            int second = Math.clamp((due - start) / 1_000_000_000L, 0, seconds.length - 1);
            seconds[second].recordValue(Math.clamp((done - due) / 1000, 0, HIGHEST_MICROS));
        } else if (reply.retryAfter() && (reply.status() == TOO_MANY || reply.status() == UNAVAILABLE)) {
            refused.incrementAndGet();
        } else {
            errors.incrementAndGet();
        }
    }

    /** Refused in time: 429 or 503 that say when to come again. */
    long refused() {
        return refused.get();
    }

    /** Anything else that is not a success. */
    long errors() {
        return errors.get();
    }

    /** Of the requests due between two seconds. */
    double p95Millis(double from, double to) {
        Histogram all = new Histogram(HIGHEST_MICROS, 2);
        for (int i = (int) from; i < Math.min(seconds.length, Math.max(to, from + 1)); i++) {
            all.add(seconds[i]);
        }
        return all.getValueAtPercentile(P95) / 1000.0;
    }

    double worstMillis() {
        double worst = 0;
        for (Histogram second : seconds) {
            worst = Math.max(worst, second.getValueAtPercentile(P95) / 1000.0);
        }
        return worst;
    }

    /**
     * Seconds from a moment until requests that fall due are answered within the time again, 95 of 100, and stay so for
     * three seconds (a second without requests counts as good); as far as it was watched when they never are.
     */
    double untilBelow(double millis, double from) {
        int good = 0;
        for (int i = (int) Math.ceil(from); i < seconds.length; i++) {
            good = seconds[i].getValueAtPercentile(P95) / 1000.0 <= millis ? good + 1 : 0;
            if (good == 3) {
                return Math.max(0, i - 2 - from);
            }
        }
        return seconds.length - from;
    }

    ArrayNode json() {
        ArrayNode values = Json.array();
        for (Histogram second : seconds) {
            values.add(second.getValueAtPercentile(P95) / 1000.0);
        }
        return values;
    }
}
