package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.qualityzones.local.client.Gateway.Answer;

/** Another government system that subscribes to what happens to the story's enterprises; it ends with the story. */
final class Subscription implements AutoCloseable {

    private static final String PREFIX = "org.qualityzones.";
    private static final List<String> TYPES = List.of(
            PREFIX + "declaration.*",
            PREFIX + "inspection.*",
            PREFIX + "corrective-action.*",
            PREFIX + "enterprise.*",
            PREFIX + "alert.*",
            PREFIX + "risk-warning.*");

    private final Stage stage;
    private final Subscriber subscriber;
    private final String path;

    private Subscription(Stage stage, Subscriber subscriber, String path) {
        this.stage = stage;
        this.subscriber = subscriber;
        this.path = path;
    }

    static Subscription begin(Stage stage, Subscriber subscriber) {
        stage.teller().step("Subscriber", "another government system wants webhooks about the story's enterprises");
        Answer answer = stage.suite()
                .post(
                        "INTEGRATOR",
                        "/api/v1/subscriptions",
                        Map.of(
                                "channel",
                                "WEBHOOK",
                                "target",
                                subscriber.target(),
                                "filter",
                                Map.of("types", TYPES, "uscc", stage.cast().watched())))
                .expect(201);
        subscriber.trust(answer.text("/secret"));
        stage.teller().more("to " + subscriber.target() + ", signed with a secret that was shown once");
        return new Subscription(stage, subscriber, "/api/v1/subscriptions/" + answer.text("/id"));
    }

    /** Tells of one webhook for each thing that happened; waits for those that are still on their way. */
    void tell(Filed filed, Warned warned) {
        stage.teller()
                .step(
                        "Webhooks",
                        "received by the subscriber, each signature verified by its own code (Standard Webhooks)");
        one("declaration.decided", "EXEMPT", filed.exempt());
        one("declaration.decided", "RELEASE", filed.released());
        one("declaration.decided", "SAMPLE", filed.sampled());
        one("declaration.decided", "HOLD", filed.held());
        any("inspection.judged", "the sampled lot");
        one("declaration.clearance-changed", "the sampled lot", filed.sampled());
        any("corrective-action.opened", "the sampled lot");
        any("enterprise.class-changed", "the pens' producer");
        one("alert.match-decided", "the notification", warned.alert());
        one("risk-warning.issued", "the warning", warned.warning());
        one("declaration.decided", "the toy under the warning", warned.changed());
        one("risk-warning.lifted", "the warning", warned.warning());
        stage.teller()
                .more("%d verified in all, %d refused"
                        .formatted(subscriber.verifiedCount(), subscriber.refusedCount()));
    }

    private void one(String type, String about, JsonNode declaration) {
        one(type, about, declaration.path("id").asText());
    }

    private void one(String type, String about, String subject) {
        tell(
                about,
                subscriber.await(
                        type + " about " + about,
                        found -> Teller.shortType(found.type()).equals(type)
                                && found.data().path("subject").asText().equals(subject)));
    }

    private void any(String type, String about) {
        tell(about, subscriber.await(type + " about " + about, found -> Teller.shortType(found.type())
                .equals(type)));
    }

    private void tell(String about, Subscriber.Webhook webhook) {
        stage.teller()
                .more("%-30s %-27s webhook-id %s".formatted(Teller.shortType(webhook.type()), about, webhook.id()));
    }

    @Override
    public void close() {
        Answer shown = stage.suite().get("INTEGRATOR", path);
        if (shown.status() == 200) {
            stage.suite().delete("INTEGRATOR", path, shown.etag());
        }
    }
}
