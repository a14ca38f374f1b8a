package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.load.LoadBeside;
import org.qualityzones.system.oracle.Oracle;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Without Kafka declarations are decided all the same; the events follow, in order. */
@Tag("A11")
@Order(11)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class KafkaDownST {

    private static final String PATH = "/api/v1/declarations";

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Profile profile = Profile.current();
    private final Client bureau;
    private final String uscc = CreditCode.random("330226");

    KafkaDownST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
        this.bureau = callers.as("BUREAU");
    }

    @Test
    void shouldDecideWithoutKafkaAndTellLater(CheckRun run) {
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("kafka-down-" + uscc + ".log"));
                LoadBeside load = LoadBeside.begin(suite, "kafka-down", profile.load(suite))) {
            receiver.subscribe(callers.as("INTEGRATOR"), uscc);
            Set<String> confirmed = new HashSet<>();
            suite.kill(Member.KAFKA);
            long end = System.nanoTime() + profile.brokerOutage().toNanos();
            while (System.nanoTime() < end) {
                confirmed.add(fileAndWithdraw());
            }
            assertThat(suite.processes().isRunning(Member.KAFKA)).isFalse();
            suite.start(Member.KAFKA);
            confirmed.add(fileAndWithdraw());
            run.load(load.finish());
            run.runs(confirmed.size());
            run.faults(1);
            new Oracle(suite, receiver, uscc).compare(confirmed, run::found);
            load.compare(run::found);
            System.out.printf("KafkaDownST: %d declarations answered without Kafka%n", confirmed.size() - 1);
        }
    }

    /** Two states of one declaration, so that there is an order to keep. */
    private String fileAndWithdraw() {
        Answer filed = bureau.post(PATH, Samples.declaration(uscc)).expect(201);
        String id = filed.text("/id");
        bureau.post(
                        PATH + "/" + id + "/transitions",
                        Json.object("{'action': 'withdraw', 'reason': 'The order was cancelled'}"),
                        "If-Match",
                        filed.header("ETag"))
                .expect(200);
        return id;
    }
}
