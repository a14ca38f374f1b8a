package org.qualityzones.system.load;

import java.util.Map;

/**
 * What a load was: asked for and what came of it. A request that found no free connection within a second of falling due was
 * not sent.
 *
 * @param capacity requests a second, of which {@code asked} is a half; null where it was not measured
 * @param asked requests a second, of which one in {@link Mix#OF} is a declaration
 * @param achieved requests sent a second
 * @param decided declarations confirmed a second
 * @param seconds that it lasted
 * @param due requests that fell due
 * @param sent of them, and declarations sent again in the end
 * @param answered with 2xx
 * @param declarations that were confirmed
 * @param refused declarations that are known to have had no effect
 * @param unknown calls after which nobody knew whether there is a declaration
 * @param statuses how often each; 0 stands for no answer
 */
public record Carried(
        Double capacity,
        double asked,
        double achieved,
        double decided,
        double seconds,
        long due,
        long sent,
        long answered,
        long declarations,
        long refused,
        long unknown,
        Map<Integer, Long> statuses) {

    static Carried of(
            Rate rate, double seconds, Map<Integer, Long> statuses, long declarations, long refused, long unknown) {
        long sent = statuses.values().stream().mapToLong(Long::longValue).sum();
        long answered = statuses.entrySet().stream()
                .filter(status -> status.getKey() / 100 == 2)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Carried(
                rate.capacity(),
                rounded(rate.perSecond()),
                rounded(sent / seconds),
                rounded(declarations / seconds),
                rounded(seconds),
                Math.round(seconds * rate.perSecond()),
                sent,
                answered,
                declarations,
                refused,
                unknown,
                statuses);
    }

    /** As the table says it. */
    public String text() {
        return "load %.0f/s asked%s, %.0f/s sent, %d %% of them answered, %.1f declarations/s"
                .formatted(
                        asked,
                        capacity == null ? "" : " (capacity %.0f/s)".formatted(capacity),
                        achieved,
                        sent == 0 ? 0 : 100 * answered / sent,
                        decided);
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10) / 10.0;
    }
}
