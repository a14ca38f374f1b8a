package org.qualityzones.subscription;

import java.util.UUID;

/** A subscription's status changed; observed in the same transaction, under the lock of the feed's head. */
public record SubscriptionStatusChanged(UUID subscriptionId, SubscriptionStatus to) {}
