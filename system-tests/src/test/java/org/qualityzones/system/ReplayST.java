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
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Every event on every topic of facts comes again, several times and in any order: no service's state changes. */
@Tag("A8")
@Order(34)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class ReplayST {

    private final SuiteUnderTest suite;
    private final Profile profile = Profile.current();

    ReplayST(SuiteUnderTest suite) {
        this.suite = suite;
    }

    @Test
    void shouldChangeNothing(CheckRun run) throws IOException {
        new OneOfEach(suite).file();
        Replays replays = new Replays(suite.env("KAFKA_BOOTSTRAP"));
        Tables tables = new Tables(suite);
        States states = new States(tables);
        Quiet quiet = new Quiet(tables, replays);
        quiet.await();
        Map<String, String> before = states.digests();
        Random random = new Random(profile.seed());
        Map<String, Integer> copies =
                replays.sendAgain(OneOfEach.TOPICS, profile.replayedOfTopic(), profile.copies(), random);
        int all = copies.values().stream().mapToInt(Integer::intValue).sum();
        run.runs(all);
        run.faults(all);
        quiet.await();
        assertThat(states.changedSince(before)).isEmpty();
        assertThat(copies).as("sent again").containsOnlyKeys(OneOfEach.TOPICS);
    }
}
