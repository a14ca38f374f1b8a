package org.qualityzones.manifest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.CanonicalJson;

/**
 * What was planned for a subscription on a day.
 *
 * @param date day in Asia/Shanghai
 * @param count deliveries planned on that day
 * @param firstDeliverySequence null for a day without deliveries
 * @param root base64 of the Merkle root (RFC 9162) over the event ids in the order of their delivery sequence
 * @param signature base64 of Ed25519 over the RFC 8785 form of all the other members, under the subscription's v1a key
 */
@Schema(name = "DeliveryManifest")
record Manifest(
        UUID subscription,
        LocalDate date,
        long count,
        Long firstDeliverySequence,
        Long lastDeliverySequence,
        String root,
        String signature) {

    Manifest signed(String with) {
        return new Manifest(subscription, date, count, firstDeliverySequence, lastDeliverySequence, root, with);
    }

    /** What is signed. */
    byte[] content() {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("subscription", subscription.toString())
                .put("date", date.toString())
                .put("count", count)
                .put("firstDeliverySequence", firstDeliverySequence)
                .put("lastDeliverySequence", lastDeliverySequence)
                .put("root", root);
        return CanonicalJson.bytes(content);
    }
}
