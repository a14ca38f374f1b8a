package org.qualityzones.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.qualityzones.contracts.Heartbeat;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Freshness;
import org.qualityzones.messaging.StateVersions;

/** Facts of other services as this service has learned them. */
public final class Known {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode state = JSON.createObjectNode();
    private final String uscc;

    private Known(String uscc) {
        this.uscc = uscc;
        state.put("uscc", uscc).put("areaCode", uscc.substring(2, 8)).put("class", "UNCLASSIFIED");
        state.put("creditLevel", "UNRATED").put("status", "ACTIVE").putNull("suspension");
        state.putArray("agents");
    }

    public static Known enterprise(String uscc) {
        return new Known(uscc);
    }

    public Known named(String zh, String en) {
        state.putObject("name").put("zh", zh).put("en", en);
        return this;
    }

    public Known status(String status) {
        state.put("status", status);
        return this;
    }

    public Known suspended(String scope) {
        state.putObject("suspension")
                .put("scope", scope)
                .put("from", "2020-01-01")
                .putNull("until");
        return this;
    }

    public Known listing(String agent) {
        state.withArray("agents")
                .addObject()
                .put("agentUscc", agent)
                .put("from", "2020-01-01")
                .putNull("until");
        return this;
    }

    /** Every copy counts as current, as if its owner had just told so. */
    public static void allIsCurrent() {
        Instant now = Arc.container().instance(Clock.class).get().instant();
        Freshness freshness = Arc.container().instance(Freshness.class).get();
        List<String> topics = List.of(Topics.ENTERPRISE, Topics.ZONE, Topics.MEMBERSHIP, Topics.RISK_WARNING);
        topics.forEach(topic -> freshness.heard(new Heartbeat(topic, Map.of(), now)));
        Awaitility.await().until(() -> topics.stream().noneMatch(freshness::isStale));
    }

    /** Nobody has told of any copy yet, as after a start. */
    public static void nothingIsCurrent() {
        InstanceHandle<Freshness> freshness = Arc.container().instance(Freshness.class);
        Arc.container().getActiveContext(ApplicationScoped.class).destroy(freshness.getBean());
    }

    /** Learns the state as a version, now. */
    public void inVersion(long version) {
        Instant now = Arc.container().instance(Clock.class).get().instant();
        QuarkusTransaction.requiringNew().run(() -> Arc.container()
                .instance(StateVersions.class)
                .get()
                .append(Topics.ENTERPRISE, uscc, version, now, now, state));
    }
}
