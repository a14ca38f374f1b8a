package org.qualityzones.contracts;

import java.util.List;
import java.util.Map;

/** Names of the Kafka topics, one per aggregate, and who publishes on which. */
public final class Topics {

    /** Partitions of every topic; consumers run with this concurrency. */
    public static final int PARTITIONS = 3;

    public static final String ZONE = "qz.zone";
    public static final String MEMBERSHIP = "qz.membership";
    public static final String ENTERPRISE = "qz.enterprise";
    public static final String DECLARATION = "qz.declaration";
    public static final String INSPECTION = "qz.inspection";
    public static final String CERTIFICATE = "qz.certificate";
    public static final String RULE_SET = "qz.rule-set";
    public static final String ALERT = "qz.alert";
    public static final String INVESTIGATION = "qz.investigation";
    public static final String RISK_WARNING = "qz.risk-warning";

    /** End offsets of the topics above, told by their owners' relays; kept for an hour only. */
    public static final String HEARTBEAT = "qz.heartbeat";

    /** Every topic of facts: never compacted, everything kept. */
    public static final List<String> FACTS = List.of(
            ZONE,
            MEMBERSHIP,
            ENTERPRISE,
            DECLARATION,
            INSPECTION,
            CERTIFICATE,
            RULE_SET,
            ALERT,
            INVESTIGATION,
            RISK_WARNING);

    /** Milliseconds that a record of {@link #HEARTBEAT} is kept. */
    public static final long HEARTBEAT_RETENTION_MS = 3_600_000;

    private static final Map<String, List<String>> OWNED = Map.of(
            "zone", List.of(ZONE, MEMBERSHIP),
            "enterprise", List.of(ENTERPRISE),
            "inspection", List.of(DECLARATION, INSPECTION, CERTIFICATE, RULE_SET),
            "notification", List.of(ALERT, INVESTIGATION, RISK_WARNING));

    private Topics() {}

    /** Topics on which the relay of this service ({@code zone}, {@code enterprise}…) publishes; empty for a service unknown. */
    public static List<String> ownedBy(String service) {
        return OWNED.getOrDefault(service, List.of());
    }

    /** Where letters parked by a consumer are copied to; the parked letters table of that service is the truth. */
    public static String deadLetters(String topic, String consumer) {
        return topic + "." + consumer + ".dlq";
    }
}
