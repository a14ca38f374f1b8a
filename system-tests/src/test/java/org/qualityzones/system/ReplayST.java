package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.oracle.Quiet;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.oracle.States;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Every event that was ever sent comes again, several times and in any order: no service's state changes. */
@Tag("A8")
@Order(34)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class ReplayST {

    private static final List<String> TOPICS = List.of(
            "qz.zone",
            "qz.membership",
            "qz.enterprise",
            "qz.declaration",
            "qz.inspection",
            "qz.alert",
            "qz.risk-warning");

    private final SuiteUnderTest suite;

    ReplayST(SuiteUnderTest suite) {
        this.suite = suite;
    }

    @Test
    void shouldChangeNothing(CheckRun run) {
        Replays replays = new Replays(suite.env("KAFKA_BOOTSTRAP"));
        Tables tables = new Tables(suite);
        States states = new States(tables);
        Quiet quiet = new Quiet(tables, replays);
        quiet.await();
        Map<String, String> before = states.digests();
        int copies = replays.sendAgain(
                TOPICS, Profile.current().copies(), new Random(Profile.current().seed()));
        quiet.await();
        assertThat(states.changedSince(before)).isEmpty();
        run.runs(copies);
        run.faults(copies);
    }
}
