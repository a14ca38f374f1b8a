package org.qualityzones.system.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.oracle.Comparison.Check;
import org.qualityzones.system.oracle.Comparison.Finding;
import org.qualityzones.system.oracle.Comparison.Kind;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * Compares what was confirmed with the database, the topic and what the subscriber received: each exactly once. A line
 * decided on incomplete facts is decided again when they arrive, which counts once more everywhere.
 */
public record Oracle(SuiteUnderTest suite, Receiver receiver, String consignor) {

    private static final String DECIDED = "org.qualityzones.declaration.decided.v1";
    private static final Duration HEALING = Duration.ofMinutes(4);

    /** The same where nobody counts: what is found stands in the failure. */
    public void compare(Set<String> confirmed) {
        compare(confirmed, _ -> {});
    }

    /**
     * Waits until everything has arrived, then fails for whatever is missing, surplus or out of order.
     *
     * @param found hears what the last look found
     */
    public void compare(Set<String> confirmed, Consumer<List<Finding>> found) {
        try {
            await("webhooks of " + confirmed.size() + " declarations")
                    .atMost(HEALING)
                    .until(() -> new HashSet<>(notified()).containsAll(confirmed));
        } catch (ConditionTimeoutException late) {
            found.accept(look(confirmed));
            throw late;
        }
        new Looking(HEALING, found)
                .untilNothing("a look at everything with no decision made meanwhile", () -> look(confirmed));
        assertThat(receiver.refused()).as("refused signatures").isEmpty();
    }

    /** Looked at again while lines are still decided again. What is lost or doubled stays so, however often it is looked at. */
    private List<Finding> look(Set<String> confirmed) {
        Tables tables = new Tables(suite);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(Comparison.differences(Check.DECLARATIONS, confirmed, tables.declarations(consignor)));
        findings.addAll(Comparison.differences(Check.DECISIONS, confirmed, tables.decidedFirst(consignor)));
        List<String> again = tables.decidedAgain(consignor, "FACTS_ARRIVED");
        again.stream()
                .filter(id -> !confirmed.contains(id))
                .forEach(id -> findings.add(new Finding(Check.DECISIONS, Kind.DOUBLED, "decided again " + id)));
        List<String> decisions =
                Stream.concat(confirmed.stream(), again.stream()).toList();
        findings.addAll(Comparison.differences(Check.DECISIONS, decisions, tables.decided(consignor)));
        findings.addAll(Comparison.differences(Check.AUDIT, confirmed, tables.audited(consignor)));
        Topic topic = Topic.read(suite.env("KAFKA_BOOTSTRAP"), "qz.declaration").about(confirmed);
        findings.addAll(Comparison.differences(Check.EVENTS, decisions, topic.keysOf(DECIDED)));
        topic.outOfOrder()
                .forEach(key -> findings.add(new Finding(Check.ORDER, Kind.OUT_OF_ORDER, "events of " + key)));
        findings.addAll(Comparison.differences(Check.WEBHOOKS, decisions, notified()));
        return findings;
    }

    /** Declarations that webhooks are about, one entry for each webhook-id. */
    private List<String> notified() {
        return receiver.verified().stream()
                .map(webhook -> webhook.data().path("subject").asText())
                .toList();
    }
}
