package org.qualityzones.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subscription as its owner sees it.
 *
 * @param startPosition feed position at its making: what follows is sent
 * @param secret signing secret {@code whsec_…}, only in the answer that makes it
 */
@Schema(name = "Subscription")
public record SubscriptionView(
        UUID id,
        SubscriptionChannel channel,
        String target,
        SubscriptionFilter filter,
        SubscriptionStatus status,
        String ownerRole,
        long startPosition,
        String disabledReason,
        Instant disabledAt,
        Instant createdAt,
        Instant updatedAt,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

    static SubscriptionView of(Subscription subscription) {
        return withSecret(subscription, null);
    }

    static SubscriptionView withSecret(Subscription subscription, String secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.channel(),
                subscription.target().map(Object::toString).orElse(null),
                subscription.filter(),
                subscription.status(),
                subscription.ownership().role(),
                subscription.startPosition(),
                subscription.disabledReason(),
                subscription.disabledAt(),
                subscription.createdAt(),
                subscription.updatedAt(),
                subscription.version(),
                secret);
    }

    /** A page of them, newest first. */
    @Schema(name = "SubscriptionPage")
    record Items(List<SubscriptionView> items, String nextCursor) {}
}
