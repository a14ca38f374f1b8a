package org.qualityzones.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.qualityzones.channel.webhook.TargetPolicy;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** Checks where messages are to go. */
@ApplicationScoped
class Destinations {

    private static final String TARGET = "/target";

    private final TargetPolicy webhooks;

    Destinations(TargetPolicy webhooks) {
        this.webhooks = webhooks;
    }

    /** The destination of a channel and a target; 400 when they do not fit, 422 when the target is refused. */
    Destination of(SubscriptionChannel channel, String target) {
        return switch (channel) {
            case WEBHOOK -> webhook(target);
            case SSE -> reading(target);
            case EMAIL ->
                throw Problem.of(SubscriptionProblem.CHANNEL_NOT_AVAILABLE, "No mail server is configured")
                        .at("/channel", "channel-not-available", "EMAIL is not offered here");
        };
    }

    /** As far as the network is asked: call it outside of a transaction. */
    void requireReachable(SubscriptionChannel channel, String target) {
        if (channel == SubscriptionChannel.WEBHOOK && target != null) {
            webhooks.refusalNow(target).ifPresent(Destinations::refuse);
        }
    }

    void requireSameChannel(SubscriptionChannel before, SubscriptionChannel now) {
        if (before != now) {
            throw Problems.invalid("/channel", "unchangeable", "The channel stays " + before + "; make another one");
        }
    }

    private Destination webhook(String target) {
        if (target == null) {
            throw Problems.invalid(TARGET, "required", "A webhook needs a target");
        }
        Optional<String> refusal = webhooks.refusal(target);
        refusal.ifPresent(Destinations::refuse);
        return new Destination(target, TargetPolicy.key(URI.create(target)));
    }

    private static Destination reading(String target) {
        if (target != null) {
            throw Problems.invalid(TARGET, "not-allowed", "A stream is read by the subscriber and has no target");
        }
        return Destination.NONE;
    }

    private static void refuse(String why) {
        throw Problem.of(SubscriptionProblem.TARGET_REFUSED, "The target " + why)
                .at(TARGET, "target-refused", why);
    }
}
