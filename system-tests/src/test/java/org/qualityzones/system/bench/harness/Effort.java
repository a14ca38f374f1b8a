package org.qualityzones.system.bench.harness;

import java.time.Duration;
import java.util.Locale;

/**
 * How much is measured.
 *
 * @param profile name of the choice, as on the command line
 * @param repeats how often each figure is measured
 * @param span how long one measurement lasts
 * @param warmUp how long what is measured is under load before anything counts, at least
 */
public record Effort(Profile profile, int repeats, Duration span, Duration warmUp) {

    /** {@code quick} shows that it works, {@code default} gives figures, {@code full} those of the acceptance. */
    public enum Profile {
        QUICK(2, 2, 4),
        DEFAULT(5, 6, 40),
        FULL(7, 20, 240);

        private final int repeats;
        private final int seconds;
        private final int warmUp;

        Profile(int repeats, int seconds, int warmUp) {
            this.repeats = repeats;
            this.seconds = seconds;
            this.warmUp = warmUp;
        }

        static Profile named(String name) {
            for (Profile profile : values()) {
                if (profile.label().equals(name)) {
                    return profile;
                }
            }
            throw new IllegalArgumentException("There is no profile " + name + "; there are quick, default and full");
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Effort of(Profile profile) {
        return new Effort(
                profile, profile.repeats, Duration.ofSeconds(profile.seconds), Duration.ofSeconds(profile.warmUp));
    }

    public boolean quick() {
        return profile == Profile.QUICK;
    }

    public boolean full() {
        return profile == Profile.FULL;
    }

    Effort withRepeats(int count) {
        return new Effort(profile, count, span, warmUp);
    }

    Effort withSpan(Duration other) {
        return new Effort(profile, repeats, other, warmUp);
    }
}
