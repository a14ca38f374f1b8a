package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.loop.OneOfEach;
import org.qualityzones.system.oracle.Quiet;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.oracle.States;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * Every event on every topic of facts comes again, several times and in any order, and all that the groups of consumers have
 * taken in comes once more: no service's state changes.
 */
@Tag("A8")
@Order(34)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class ReplayST {

    private final SuiteUnderTest suite;
    private final Replays replays;
    private final States states;
    private final Quiet quiet;
    private final Profile profile = Profile.current();

    ReplayST(SuiteUnderTest suite) {
        Tables tables = new Tables(suite);
        this.suite = suite;
        this.replays = new Replays(suite.env("KAFKA_BOOTSTRAP"));
        this.states = new States(tables);
        this.quiet = new Quiet(tables, replays);
    }

    @Test
    void shouldChangeNothing(CheckRun run) throws IOException {
        new OneOfEach(suite).file();
        Random random = new Random(profile.seed());
        Map<String, String> before = digests();
        Map<String, Integer> copies =
                replays.sendAgain(OneOfEach.TOPICS, profile.replayedOfTopic(), profile.copies(), random);
        int all = copies.values().stream().mapToInt(Integer::intValue).sum();
        run.runs(all);
        run.faults(all);
        quiet.await();
        assertThat(states.changedSince(before)).isEmpty();
        assertThat(copies).as("sent again").containsOnlyKeys(OneOfEach.TOPICS);
    }

    @Test
    void shouldChangeNothingWhereGroupsAreSetBack(CheckRun run) throws IOException {
        new OneOfEach(suite).file();
        Map<String, String> before = digests();
        Member[] services = Member.SERVICES.toArray(Member[]::new);
        suite.stop(services);
        int groups = replays.setBack();
        long again = replays.lag();
        suite.start(services);
        run.runs(Math.toIntExact(again));
        run.faults(groups);
        quiet.await();
        assertThat(again).as("records that come once more").isGreaterThan(groups);
        assertThat(states.changedSince(before)).isEmpty();
    }

    private Map<String, String> digests() {
        quiet.await();
        return states.digests();
    }
}
