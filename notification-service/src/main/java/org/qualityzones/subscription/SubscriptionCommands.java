package org.qualityzones.subscription;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.codes.Text;

/** What clients send about subscriptions. */
final class SubscriptionCommands {

    private SubscriptionCommands() {}

    /** @param target required for a webhook, absent for a stream @param filter absent = everything in the caller's rows */
    @Schema(name = "SubscriptionRequest")
    record Create(
            @NotNull SubscriptionChannel channel,
            @Text String target,
            @Valid SubscriptionFilter filter) {

        SubscriptionFilter filterOrEverything() {
            return filter == null ? SubscriptionFilter.EVERYTHING : filter;
        }
    }

    /** @param action {@code pause}, {@code resume} or {@code disable} */
    @Schema(name = "SubscriptionTransition")
    record Transition(@NotNull @Text String action, @Text String reason) {}

    /** @param overlapHours how long the keys before stay in force, 0 to 168, 24 when absent */
    @Schema(name = "SecretRotationRequest")
    record Rotate(@Min(0) @Max(168) Integer overlapHours) {

        int hours() {
            return overlapHours == null ? 24 : overlapHours;
        }
    }

    @Schema(name = "SubscriptionPreviewRequest")
    record Preview(@Valid SubscriptionFilter filter) {

        SubscriptionFilter filterOrEverything() {
            return filter == null ? SubscriptionFilter.EVERYTHING : filter;
        }
    }
}
