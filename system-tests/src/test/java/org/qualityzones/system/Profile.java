package org.qualityzones.system;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How much the fault tests do: {@code -Dqz.profile=full} for the counts of the acceptance checks. */
record Profile(boolean full) {

    static Profile current() {
        return new Profile("full".equals(System.getProperty("qz.profile")));
    }

    int killRounds() {
        return full ? 20 : 6;
    }

    Duration brokerOutage() {
        return Duration.ofSeconds(full ? 60 : 15);
    }

    /** The seed of {@code -Dqz.seed}, or a new one; whoever uses it prints it. */
    long seed() {
        long given = Long.getLong("qz.seed", 0);
        long seed = given == 0 ? ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE) : given;
        System.out.println("seed of the faults: " + seed + " (again with -Dqz.seed=" + seed + ")");
        return seed;
    }
}
