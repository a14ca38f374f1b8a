package org.qualityzones.system.check;

import java.util.concurrent.ThreadLocalRandom;

/** The one seed of a run, {@code -Dqz.seed} or a new one; each test takes its own from it, so that none shares its choices. */
public final class RunSeed {

    private static final long VALUE = given() == 0 ? ThreadLocalRandom.current().nextLong(1, 1_000_000_000) : given();

    private RunSeed() {}

    public static long value() {
        return VALUE;
    }

    /** The same for the same run's seed and test, whatever else runs. */
    public static long of(Class<?> test) {
        return VALUE * 31 + test.getName().hashCode();
    }

    private static long given() {
        return Long.getLong("qz.seed", 0);
    }
}
