package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
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

    private static final Duration HEALING = Duration.ofMinutes(4);
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
        States states = new States(new Tables(suite));
        awaitQuiet(replays);
        Map<String, String> before = states.digests();
        int copies = replays.sendAgain(
                TOPICS, Profile.current().copies(), new Random(Profile.current().seed()));
        awaitQuiet(replays);
        assertThat(states.digests()).isEqualTo(before);
        run.runs(copies);
        run.faults(copies);
    }

    private static void awaitQuiet(Replays replays) {
        await("every consumer is at the end")
                .atMost(HEALING)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> replays.lag() == 0);
    }
}
