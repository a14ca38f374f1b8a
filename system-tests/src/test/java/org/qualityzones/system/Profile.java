package org.qualityzones.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.qualityzones.system.check.RunSeed;
import org.qualityzones.system.load.Capacity;
import org.qualityzones.system.load.Rate;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteUnderTest;

/** How much the fault tests do: {@code -Dqz.profile=full} for the counts of the acceptance checks. */
record Profile(boolean full) {

    private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    static Profile current() {
        return new Profile("full".equals(System.getProperty("qz.profile")));
    }

    int killRounds() {
        return full ? 20 : 4;
    }

    /** Kills of inspection-service alone, after those of every process in turn. */
    int inspectionKills() {
        return full ? 200 : 0;
    }

    /** Kills during the journeys through the loop: of each process once, or so often. */
    int loopRounds() {
        return full ? 40 : Member.values().length;
    }

    int importedRows() {
        return full ? 20_000 : 800;
    }

    int postgresCrashes() {
        return full ? 50 : 5;
    }

    int interleavings() {
        return full ? 1000 : 20;
    }

    /** Who change one resource at the same time. */
    int etagClients() {
        return full ? 64 : 16;
    }

    /** Read-modify-write rounds of each of them: 10,000 in all. */
    int etagRounds() {
        return full ? 157 : 10;
    }

    /** Keys, each sent by many at once. */
    int keys() {
        return full ? 1000 : 1;
    }

    /** How often an event comes again at most. */
    int copies() {
        return full ? 5 : 2;
    }

    /** How long an edge is disturbed. */
    Duration partition() {
        return Duration.ofSeconds(full ? 60 : 2);
    }

    int crashesPerPoint() {
        return full ? 10 : 1;
    }

    /** At which pass of a point the process ends. */
    int crashHit(Random random) {
        return full && random.nextBoolean() ? 7 : 1;
    }

    /** How often each instance is replaced. */
    int rollingRounds() {
        return full ? 20 : 1;
    }

    /** Services of which every instance is replaced: all, or two of them. */
    List<Member> rolled(Random random) {
        List<Member> services = new ArrayList<>(Member.SERVICES);
        Collections.shuffle(services, random);
        return full ? services : services.subList(0, 2);
    }

    /** Services whose consumers come and go. */
    List<Member> stormy() {
        return full
                ? List.of(Member.ENTERPRISE, Member.INSPECTION, Member.NOTIFICATION)
                : List.of(Member.INSPECTION, Member.NOTIFICATION);
    }

    /** The longest that second instances stay. */
    Duration longestStay() {
        return Duration.ofMillis(full ? 3000 : 1500);
    }

    /** How often second instances come and leave. */
    int storms() {
        return full ? 120 : 2;
    }

    /** Calls of an overload in each second. */
    int burstRate() {
        return full ? 600 : 200;
    }

    int burstSeconds() {
        return full ? 60 : 4;
    }

    /**
     * The load beside a check: half of what the suite can carry, which is measured first. A tenth of its floor in {@code ci},
     * where services that have just been started again share two processors with it.
     */
    Rate load(SuiteUnderTest suite) {
        return full ? Capacity.half(suite) : new Rate(Capacity.FLOOR / 10, null);
    }

    /** Events of a topic that come again at most. */
    int replayedOfTopic() {
        return full ? 50_000 : 1_500;
    }

    /** Enterprises that are registered while pills are sent. */
    int registeredAmongPills() {
        return full ? 20_000 : 1_000;
    }

    /** Records of each kind that no consumer can take in. */
    int pillsOfKind() {
        return full ? 10 : 1;
    }

    Duration brokerOutage() {
        return Duration.ofSeconds(full ? 600 : 12);
    }

    /** The seed of the test that asks, from that of the run; whoever uses it prints it. */
    long seed() {
        Class<?> test = CALLER.getCallerClass();
        System.out.println("seed of the run: " + RunSeed.value() + " (again with -Dqz.seed=" + RunSeed.value()
                + "), of " + test.getSimpleName() + ": " + RunSeed.of(test));
        return RunSeed.of(test);
    }
}
