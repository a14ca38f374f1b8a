package org.qualityzones.system.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * Compares what was confirmed with the database, the topic and what the subscriber received: each exactly once. A line
 * decided on incomplete facts is decided again when they arrive, which counts once more everywhere.
 */
public record Oracle(SuiteUnderTest suite, Receiver receiver, String consignor) {

    private static final String DECIDED = "org.qualityzones.declaration.decided.v1";
    private static final Duration HEALING = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Waits until everything has arrived, then fails for whatever is missing, surplus or out of order. */
    public void compare(Set<String> confirmed) {
        await("webhooks of " + confirmed.size() + " declarations")
                .atMost(HEALING)
                .untilAsserted(() -> assertThat(new HashSet<>(notified())).containsAll(confirmed));
        await("a look at everything with no decision made meanwhile")
                .atMost(HEALING)
                .pollInterval(BETWEEN_LOOKS)
                .untilAsserted(() -> look(confirmed));
    }

    /** Looks again while lines are still decided again. What is lost or doubled stays so, however often it is looked at. */
    private void look(Set<String> confirmed) {
        Tables tables = new Tables(suite);
        assertOnce("declarations", tables.declarations(consignor), confirmed);
        assertOnce("first decisions", tables.decidedFirst(consignor), confirmed);
        List<String> again = tables.decidedAgain(consignor, "FACTS_ARRIVED");
        assertThat(confirmed).as("decided again").containsAll(again);
        List<String> decisions =
                Stream.concat(confirmed.stream(), again.stream()).toList();
        assertOnce("decisions", tables.decided(consignor), decisions);
        assertOnce("audit", tables.audited(consignor), confirmed);
        Topic topic = Topic.read(suite.env("KAFKA_BOOTSTRAP"), "qz.declaration").about(confirmed);
        assertOnce("events", topic.keysOf(DECIDED), decisions);
        assertThat(topic.outOfOrder()).as("keys out of order").isEmpty();
        assertOnce("webhooks", notified(), decisions);
        assertThat(receiver.refused()).as("refused signatures").isEmpty();
    }

    /** Declarations that webhooks are about, one entry for each webhook-id. */
    private List<String> notified() {
        return receiver.verified().stream()
                .map(webhook -> webhook.data().path("subject").asText())
                .toList();
    }

    private static void assertOnce(String what, List<String> found, Collection<String> expected) {
        assertThat(found).as(what).containsExactlyInAnyOrderElementsOf(expected);
    }
}
